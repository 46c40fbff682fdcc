"""Minutes and agendas from files: what was read becomes records, with the questions that it leaves."""
