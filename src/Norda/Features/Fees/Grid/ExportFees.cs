using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Fees.Grid;

/// <summary>The grid as a file: the firms of the question, all pages of it.</summary>
public static class ExportFees
{
    private const int MostFirms = 20_000;

    public static Task<IResult> Csv(HttpRequest request, FeeGrid grid, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel) =>
        Write(request, grid, clock, texts, (name, rows) => Results.File(SheetWriter.ToCsv(rows), CsvText.ContentType, name + ".csv"), cancel);

    public static Task<IResult> Xlsx(HttpRequest request, FeeGrid grid, TimeProvider clock, IStringLocalizer<Texts> texts, CancellationToken cancel) =>
        Write(request, grid, clock, texts, (name, rows) => Results.File(SheetWriter.ToXlsx(name, rows), SheetWriter.Xlsx, name + ".xlsx"), cancel);

    private static async Task<IResult> Write(HttpRequest request, FeeGrid grid, TimeProvider clock, IStringLocalizer<Texts> texts, Func<string, List<object?[]>, IResult> file, CancellationToken cancel)
    {
        var today = clock.Today();
        var question = GridQuestion.Read(request.Query, today);
        var rows = new List<object?[]> { Heading(texts) };
        foreach (var row in await grid.Rows(question, 0, MostFirms, today, cancel))
            rows.Add([row.Name, row.Town, .. Months(row), row.Cells.Sum(c => c.Amount), row.Cells.Sum(c => c.Left), row.Balance]);
        return file($"skladki-{question.Year}", rows);
    }

    private static object?[] Heading(IStringLocalizer<Texts> texts) =>
        [texts["Firma"].Value, texts["Miejscowość"].Value, .. Enumerable.Range(1, 12).Select(m => (object)Period.Month(m)), texts["Naliczono"].Value, texts["Pozostało"].Value, texts["Saldo"].Value];

    /// <summary>What was paid in each month's fee; nothing where there is no fee.</summary>
    private static IEnumerable<object?> Months(GridRow row) =>
        Enumerable.Range(1, 12).Select(month => row.Cells.FirstOrDefault(c => c.FirstMonth == month && c.FeeId is not null) is { } cell ? (object?)(cell.Amount - cell.Left) : null);
}
