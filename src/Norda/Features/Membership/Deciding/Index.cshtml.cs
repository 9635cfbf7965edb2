using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Membership.Joining;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>Declarations by state, the longest waiting first, and people who only asked.</summary>
[Access(Resource.Declaration, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, StartDeclaration start, InviteToDeclare invite, ShortMemory memory, IStringLocalizer<Texts> texts) : PageModel
{
    public const string Waiting = "otwarte";
    public const string Enquiries = "pytania";
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "stan")]
    public string? State { get; set; }

    [BindProperty]
    public string? Nip { get; set; }

    public IReadOnlyList<(string Text, string Href, int Count, bool IsOn)> Tabs { get; private set; } = [];
    public IReadOnlyList<DeclarationRow> Rows { get; private set; } = [];
    public IReadOnlyList<EnquiryRow> People { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync([FromQuery(Name = "strona")] int number, CancellationToken cancel)
    {
        var counts = await db.Set<Declaration>().GroupBy(d => d.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var enquiries = db.Set<User>().Enquiring(db);
        var asking = await enquiries.CountAsync(cancel);
        var statuses = Enum.GetValues<DeclarationStatus>();
        DeclarationStatus? only = Enum.TryParse<DeclarationStatus>(State, true, out var named) && Enum.IsDefined(named) ? named : null;
        State = only is { } one ? Name(one) : State == Enquiries ? Enquiries : Waiting;
        var open = Declaration.Open.Sum(s => counts.GetValueOrDefault(s));
        Tabs =
        [
            (texts["Do rozpatrzenia"], Address(Waiting), open, State == Waiting), .. statuses.Select(s => (texts[DeclarationWords.Of(s)].Value, Address(Name(s)), counts.GetValueOrDefault(s), only == s)),
            (texts["Pytania o członkostwo"], Address(Enquiries), asking, State == Enquiries),
        ];
        var total = State == Enquiries ? asking : only is { } chosen ? counts.GetValueOrDefault(chosen) : open;
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        number = Math.Clamp(number, 1, pages);
        Pager = new PagerState(number, pages, page => $"{Address(State)}&strona={page}");
        if (State == Enquiries)
            People = await enquiries.OrderBy(u => u.CreatedAt).ThenBy(u => u.Id).Skip((number - 1) * PageSize).Take(PageSize).Select(u => new EnquiryRow(u.Id, u.Name, u.Email!, u.CompanyNip!, u.CreatedAt)).ToListAsync(cancel);
        else
            Rows = await Read(only, number, cancel);
    }

    /// <summary>The office copies a declaration from paper: the same way as a firm goes.</summary>
    public async Task<IActionResult> OnPostNowaAsync(CancellationToken cancel)
    {
        var (secret, outcome) = await start.Run(Nip, byOffice: true, cancel);
        if (secret is not null)
        {
            memory.Remember(HttpContext, DeclarationStep.Cookie, secret, DeclarationDrafts.Kept);
            return LocalRedirect(Url.Content("~/dolacz/firma"));
        }

        return await Again(outcome, cancel);
    }

    public async Task<IActionResult> OnPostZaprosAsync(int id, CancellationToken cancel)
    {
        var outcome = await invite.Run(id, Request.LetterOrigin(), cancel);
        if (outcome.Refused)
            return await Again(outcome, cancel);
        this.Say(texts["Zaproszenie wysłane."]);
        return LocalRedirect(Address(Enquiries));
    }

    private async Task<IActionResult> Again(Outcome outcome, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        await OnGetAsync(1, cancel);
        return this.ShowAgain();
    }

    private Task<List<DeclarationRow>> Read(DeclarationStatus? only, int page, CancellationToken cancel)
    {
        var rows = db.Set<Declaration>().AsNoTracking().Where(d => only == null ? Declaration.Open.Contains(d.Status) : d.Status == only);
        var ordered = only is null or DeclarationStatus.Submitted or DeclarationStatus.Incomplete or DeclarationStatus.Complete or DeclarationStatus.Appealed
            ? rows.OrderBy(d => d.SubmittedAt).ThenBy(d => d.Id) : rows.OrderByDescending(d => d.SubmittedAt).ThenByDescending(d => d.Id);
        return ordered.Skip((page - 1) * PageSize).Take(PageSize)
            .Select(d => new DeclarationRow(d.Id, d.Name, d.Nip, d.Town, d.RepresentativeName, d.Status, d.SubmittedAt, d.EnteredBy != null, d.Papers, d.Asked, d.AppealUntil, db.Set<DeclarationFile>().Count(f => f.DeclarationId == d.Id && f.CheckedAt == null))).ToListAsync(cancel);
    }

    private string Address(string state) => $"{Url.Content("~/biuro/deklaracje")}?stan={state}";

    private static string Name(DeclarationStatus status) => status.ToString().ToLowerInvariant();
}

public sealed record DeclarationRow(int Id, string Name, string Nip, string? Town, string Representative, DeclarationStatus Status, DateTime SubmittedAt, bool IsFromPaper, string Papers, string Asked, DateOnly? AppealUntil, int NewFiles)
{
    public int Missing => DeclarationPapers.Missing(Papers, Asked).Count;
}

public sealed record EnquiryRow(int Id, string Name, string Email, string Nip, DateTime? Since);
