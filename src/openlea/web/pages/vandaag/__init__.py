"""The pages of vandaag."""
