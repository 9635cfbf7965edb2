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

    public Chart Money => new(texts["Składki według miesięcy"], Months, [
        new(texts["Wpłacono"], [.. View.Months.Select(m => m.Paid)]), new(texts["Umorzono"], [.. View.Months.Select(m => m.Waived)]), new(texts["Zaległości"], [.. View.Months.Select(m => m.Overdue)]),
        new(texts["Jeszcze nie po terminie"], [.. View.Months.Select(m => m.Left - m.Overdue)]),
    ], value => value.ToShortZloty()) { LabelTitle = texts["Miesiąc"] };

    public Chart Members => new(texts["Członkowie: przyszli i odeszli"], Months, [new(texts["Przyszli"], [.. View.Joined.Select(n => (decimal)n)]), new(texts["Odeszli"], [.. View.Gone.Select(n => (decimal)n)])], value => $"{value:0.##}") { LabelTitle = texts["Miesiąc"] };

    public Chart Categories => new(texts["Składki według branż"], [.. View.Categories.Select(c => c.Name!)], [
        new(texts["Wpłacono"], [.. View.Categories.Select(c => c.Paid)]), new(texts["Umorzono"], [.. View.Categories.Select(c => c.Waived)]), new(texts["Zaległości"], [.. View.Categories.Select(c => c.Overdue)]),
        new(texts["Jeszcze nie po terminie"], [.. View.Categories.Select(c => c.Left - c.Overdue)]),
    ], value => value.ToShortZloty()) { LabelTitle = texts["Branża"], IsLying = true };

    private static IReadOnlyList<string> Months => [.. Enumerable.Range(1, 12).Select(Period.ShortMonth)];
}
