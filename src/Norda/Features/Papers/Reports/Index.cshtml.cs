using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Features.Fees;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Reports;

/// <summary>The chamber's year in figures, and files for the accountant.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(YearReport report, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public YearView View { get; private set; } = null!;
    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync(int? rok, CancellationToken cancel) => View = await report.Run(Math.Clamp(rok ?? Today.Year, 2000, 2100), texts["bez branży"], cancel);

    public Chart Money => Sums(texts["Składki według miesięcy"], texts["Miesiąc"], Months, [.. View.Months.Select(m => (m.Paid, m.Waived, m.Overdue, m.Left))]);

    public Chart Members => new(texts["Członkowie: przyszli i odeszli"], Months, [new(texts["Przyszli"], [.. View.Joined.Select(n => (decimal)n)]), new(texts["Odeszli"], [.. View.Gone.Select(n => (decimal)n)])], value => $"{value:0.##}") { LabelTitle = texts["Miesiąc"] };

    public Chart Categories => Sums(texts["Składki według branż"], texts["Branża"], [.. View.Categories.Select(c => c.Name!)], [.. View.Categories.Select(c => (c.Paid, c.Waived, c.Overdue, c.Left))]) with { IsLying = true };

    private Chart Sums(string title, string labelTitle, IReadOnlyList<string> labels, IReadOnlyList<(decimal Paid, decimal Waived, decimal Overdue, decimal Left)> sums) => new(title, labels,
        [
            new(texts["Wpłacono"], [.. sums.Select(s => s.Paid)]), new(texts["Umorzono"], [.. sums.Select(s => s.Waived)]), new(texts["Zaległości"], [.. sums.Select(s => s.Overdue)]),
            new(texts["Jeszcze nie po terminie"], [.. sums.Select(s => s.Left - s.Overdue)]),
        ],
        value => value.ToShortZloty())
    { LabelTitle = labelTitle };

    private static IReadOnlyList<string> Months => [.. Enumerable.Range(1, 12).Select(Period.ShortMonth)];
}
