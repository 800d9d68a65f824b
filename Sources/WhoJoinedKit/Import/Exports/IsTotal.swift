/// What spreadsheets write below a list: totals, averages and counts. Somebody may call themselves so, and then has a
/// time.
func isTotal(_ text: String) -> Bool { totals.contains(Cells.folded(text)) || isRemark(text) }

private let totals: Set<String> = [
    "gesamt", "gesamtsumme", "summe", "durchschnitt", "mittelwert", "totale", "somma", "media", "moyenne", "somme",
    "promedio", "suma", "soma", "totaal", "gemiddelde", "razem", "srednia", "toplam", "ortalama", "合計", "平均", "합계",
    "평균",
    "总计", "合计", "總計", "平均值",
]
