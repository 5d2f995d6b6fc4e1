"""The pages about consultations: series, meetings and their agendas, before and after."""
