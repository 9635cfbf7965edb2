using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Features.Papers.Mailing;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Reminders;

/// <summary>The plan of reminders, what it would send today, and what was sent to whom.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, PlanReminders plan, SaveReminderStep save, RemoveReminderStep remove, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PageSize = 30;

    public List<ReminderStep> Steps { get; private set; } = [];
    public IReadOnlyList<DueReminder> Today { get; private set; } = [];

    /// <summary>Why nothing goes out today.</summary>
    public string? Stopped { get; private set; }

    public IReadOnlyList<LoggedLetter> Log { get; private set; } = [];
    public PagerState Pager { get; private set; } = null!;
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Fee, Act.Change);
    public int? Days { get; private set; }
    public bool IsAfter { get; private set; } = true;
    public PostKind Kind { get; private set; } = PostKind.Reminder;
    public bool WithInterest { get; private set; }

    public Task OnGetAsync(int? strona, CancellationToken cancel) => Show(strona, cancel);

    public async Task<IActionResult> OnPostDodajAsync(int? dni, bool po, PostKind rodzaj, bool odsetki, CancellationToken cancel)
    {
        if (!MayChange)
            return Forbid();
        (Days, IsAfter, Kind, WithInterest) = (dni, po, rodzaj, odsetki);
        return await this.Answer(await save.Run(po ? dni : -dni, rodzaj, odsetki, cancel), texts["Krok dodany do planu."], Back, () => Again(cancel));
    }

    public async Task<IActionResult> OnPostUsunAsync(int krok, CancellationToken cancel)
    {
        if (!MayChange)
            return Forbid();
        await remove.Run(krok, cancel);
        this.Say(texts["Krok usunięty z planu."]);
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect(Url.Content("~/biuro/skladki/przypomnienia"));

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        await Show(null, cancel);
        return Page();
    }

    private async Task Show(int? strona, CancellationToken cancel)
    {
        Steps = await plan.Steps(cancel);
        Stopped = await plan.StoppedBy(clock.Today(), cancel);
        Today = Stopped is null ? await plan.Run(Steps, clock.Today(), cancel) : [];
        var (pages, page) = (Math.Max(1, (await db.Set<PaperLetter>().CountAsync(cancel) + PageSize - 1) / PageSize), 1);
        page = Math.Clamp(strona ?? 1, 1, pages);
        Log = await db.Set<PaperLetter>().OrderByDescending(l => l.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(l => new LoggedLetter(
            db.Companies.Where(c => c.Id == l.CompanyId).Select(c => c.Name).First(), db.Companies.Where(c => c.Id == l.CompanyId).Select(c => c.Slug).First(), l.Kind, l.CreatedAt, l.Recipient, l.PaperId,
            db.Set<OutboxMail>().Where(m => m.UniqueKey == "paper:" + l.CompanyId + ":" + l.Occasion).Select(m => m.FailedAt != null ? LetterState.Failed : m.SentAt != null ? LetterState.Sent : LetterState.Waiting).FirstOrDefault())).ToListAsync(cancel);
        Pager = new(page, pages, number => Url.Content($"~/biuro/skladki/przypomnienia?strona={number}"));
    }
}

public sealed record LoggedLetter(string Name, string Slug, PostKind Kind, DateTime At, string? Recipient, int? PaperId, LetterState State);
