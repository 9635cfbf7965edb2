using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Invitations;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.People;

/// <summary>Who belongs to my firm, who wants to, and what each may do.</summary>
[Access(Resource.CompanyTeam, Act.Change)]
public class TeamModel(AppDb db, Me me, DecideJoinRequest decide, InvitePerson invite, WithdrawInvitation withdraw, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Who owns the profiles of several firms names one; others mean their own.</summary>
    [BindProperty(SupportsGet = true, Name = "firma")]
    public int? Asked { get; set; }

    /// <summary>Those that the person owns, when there are several.</summary>
    public IReadOnlyList<(int Id, string Name)> Firms { get; private set; } = [];

    /// <summary>Null when the firm is not theirs.</summary>
    public int? Firm => Owned.Where(id => Asked is null || id == Asked).Select(id => (int?)id).FirstOrDefault();

    private IEnumerable<int> Owned => me.Companies.Where(c => c.Role == CompanyRole.Owner).Select(c => c.CompanyId);

    public string FirmName { get; private set; } = "";
    public IReadOnlyList<PlaceView> Places { get; private set; } = [];
    public IReadOnlyList<InvitationView> Invitations { get; private set; } = [];
    public string? InviteEmail { get; private set; }
    public string? InviteFault { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Firm is not { } firm)
            return NotFound();
        var owned = Owned.ToList();
        Firms = [.. (await db.Companies.Where(c => owned.Contains(c.Id)).OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => (c.Id, c.Name))];
        FirmName = Firms.Single(f => f.Id == firm).Name;
        // The firm is the heading of the page, not a word beside each person.
        Places = (await db.Set<CompanyUser>().Where(p => p.CompanyId == firm).OrderBy(p => p.Status).ThenBy(p => p.User.Name).Take(PlaceView.Most).Select(PlaceView.From).ToListAsync(cancel)).ConvertAll(p => p with { Firm = "" });
        var now = clock.GetUtcNow().UtcDateTime;
        Invitations = (await db.Set<AccountToken>().Where(t => t.CompanyId == firm && t.Purpose == TokenPurpose.Invitation && t.UsedAt == null && t.ExpiresAt > now).OrderBy(t => t.Email).Take(PlaceView.Most)
            .Select(t => new { t.Id, t.Email, t.Detail, t.ExpiresAt }).ToListAsync(cancel)).ConvertAll(t => new InvitationView(t.Id, t.Email!, Enum.Parse<CompanyRole>(t.Detail!), t.ExpiresAt));
        return Page();
    }

    public async Task<IActionResult> OnPostInviteAsync(string? email, CompanyRole role, CancellationToken cancel)
    {
        if (Firm is not { } firm)
            return NotFound();
        if (await invite.Run(firm, email, role, Request.LetterOrigin(), cancel) is { Refusal: { } refusal } outcome)
        {
            (InviteEmail, InviteFault) = (email, refusal);
            ModelState.AddModelError("email", refusal);
            await OnGetAsync(cancel);
            return this.ShowAgain(outcome.Wait);
        }

        this.Say(texts["Zaproszenie jest w drodze."]);
        return RedirectToPage(new { firma = Asked });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancel)
    {
        if (Firm is not { } firm)
            return NotFound();
        await withdraw.Run(firm, id, cancel);
        this.Say(texts["Zaproszenie wycofane."]);
        return RedirectToPage(new { firma = Asked });
    }

    public async Task<IActionResult> OnPostAsync(PlaceDecision input, CancellationToken cancel)
    {
        if (Firm is null || input.Firm != Firm)
            return NotFound();
        if (await decide.Run(input.User, input.Firm, input.Given, Request.LetterOrigin(), cancel) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", refusal);
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano."]);
        return RedirectToPage(new { firma = Asked });
    }
}

/// <summary>An invitation that nobody has used yet.</summary>
public sealed record InvitationView(int Id, string Email, CompanyRole Role, DateTime Until);

public sealed record PlaceView(int UserId, int CompanyId, string Name, string Email, string Firm, CompanyRole Role, CompanyUserStatus Status)
{
    public const int Most = 200;

    public static readonly System.Linq.Expressions.Expression<Func<CompanyUser, PlaceView>> From = p => new PlaceView(p.UserId, p.CompanyId, p.User.Name, p.User.Email!, p.Company.Name, p.Role, p.Status);

    public static string Word(CompanyRole role) => role switch
    {
        CompanyRole.Owner => "Właściciel profilu",
        CompanyRole.Editor => "Redaktor profilu",
        _ => "Tylko czyta",
    };

    public static string Word(CompanyUserStatus status) => status switch
    {
        CompanyUserStatus.Approved => "Należy do firmy",
        CompanyUserStatus.Refused => "Nie należy",
        _ => "Czeka na decyzję",
    };
}

/// <summary>What was pressed beside a person.</summary>
public sealed class PlaceDecision
{
    public int User { get; set; }
    public int Firm { get; set; }
    public CompanyRole Role { get; set; }
    public string Decision { get; set; } = "";

    public CompanyRole? Given => Decision == "let" ? Role : null;
}
