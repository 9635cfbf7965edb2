using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Features.Shared;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Mailing;

/// <summary>How far a run has come, and what became of each letter; the page asks again by itself until it is done.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class ProgressModel(AppDb db) : PageModel
{
    private const int PageSize = 50;
    private const string EverySecond = "1";

    public PaperRun Run { get; private set; } = null!;
    public IReadOnlyList<RunLetter> Letters { get; private set; } = [];
    public PagerState Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int? strona, CancellationToken cancel)
    {
        if (await db.Set<PaperRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } run)
            return NotFound();
        Run = run;
        if (run.FinishedAt is null)
            Response.Headers["Refresh"] = EverySecond;
        var (page, pages) = (Math.Clamp(strona ?? 1, 1, 1000), Math.Max(1, (run.Mailed + run.ToPrint + PageSize - 1) / PageSize));
        Letters = await db.Set<PaperLetter>().Where(l => l.RunId == id).OrderBy(l => l.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(l => new RunLetter(
            db.Companies.Where(c => c.Id == l.CompanyId).Select(c => c.Name).First(), db.Companies.Where(c => c.Id == l.CompanyId).Select(c => c.Slug).First(), l.Recipient, l.PaperId,
            db.Set<OutboxMail>().Where(m => m.UniqueKey == "paper:" + l.CompanyId + ":" + l.Occasion).Select(m => m.FailedAt != null ? LetterState.Failed : m.SentAt != null ? LetterState.Sent : LetterState.Waiting).FirstOrDefault())).ToListAsync(cancel);
        Pager = new(page, pages, number => Url.Content($"~/biuro/skladki/wysylka/{id}?strona={number}"));
        return Page();
    }
}

/// <summary>A letter whose row is no longer in the outbox went out long ago.</summary>
public enum LetterState { Sent, Waiting, Failed }

public sealed record RunLetter(string Name, string Slug, string? Recipient, int? PaperId, LetterState State);
