using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Reports;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Office.Moderation;

/// <summary>Texts that somebody reported and nobody has decided on yet.</summary>
[Access(Resource.Moderation, Act.Change)]
[ResponseCache(NoStore = true)]
public class ReportsModel(AppDb db, DecideReport decide, IEnumerable<IReportable> kinds, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Few, for each is looked up by its own kind; the next come when these are decided.</summary>
    private const int AtOnce = 4;

    public IReadOnlyList<WaitingReport> Queue { get; private set; } = [];
    public int? Failed { get; private set; }
    public string? Statement { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var open = db.Set<ContentReport>().AsNoTracking().Where(r => r.Status == ReportStatus.Open);
        var queue = new List<WaitingReport>();
        foreach (var report in await open.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(cancel))
            queue.Add(new WaitingReport(report, kinds.FirstOrDefault(k => k.Kind == report.SubjectType) is { } kind ? await kind.Find(report.SubjectId, cancel) : null));
        Queue = queue;
    }

    public async Task<IActionResult> OnPostAsync(int id, string? decyzja, bool prawo, string? uzasadnienie, CancellationToken cancel)
    {
        var outcome = await decide.Run(id, decyzja == "uznaj", prawo, uzasadnienie, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Clear();
            ModelState.AddModelError(outcome.Field is null ? "" : $"{outcome.Field}-{id}", refusal);
            (Failed, Statement) = (id, uzasadnienie);
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano decyzję. Obie strony dostaną uzasadnienie."]);
        return RedirectToPage();
    }
}

/// <summary>A report and the text it is about, as far as it is still there.</summary>
public sealed record WaitingReport(ContentReport Report, Reportable? Found);
