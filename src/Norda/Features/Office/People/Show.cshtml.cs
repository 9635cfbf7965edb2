using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Account;
using Norda.Features.Accounts.Care;
using Norda.Features.Accounts.People;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.People;

/// <summary>One person: firms, account, where they signed in, and what the office may do about it.</summary>
[Access(Resource.Person, Act.Change)]
[ResponseCache(NoStore = true)]
public class ShowModel(
    AppDb db, DecideJoinRequest decide, AddToFirm add, DisablePerson disable, EnablePerson enable, EndSessions end, ResendVerification resend, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Shown = 10;

    public PersonView Person { get; private set; } = null!;
    public IReadOnlyList<PlaceView> Places { get; private set; } = [];
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    /// <summary>What was typed into a form that came back.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var person = await db.Users.Where(u => u.Id == id && u.ErasedAt == null).Select(u => new PersonView(
            u.Id, u.Name, u.Email!, u.CompanyNip, u.IsActive, u.EmailConfirmed, u.TwoFactorEnabled, u.CreatedAt, u.LastLogin, u.ProofAskedAt, u.Roles.Select(r => r.Role).ToList())).AsSingleQuery().SingleOrDefaultAsync(cancel);
        if (person is null)
            return NotFound();
        Person = person;
        // On the page of a person the firm is the heading, not the person once more.
        Places = (await db.Set<CompanyUser>().Where(p => p.UserId == id).OrderBy(p => p.Status).ThenBy(p => p.Company.Name).Take(PlaceView.Most).Select(PlaceView.From).ToListAsync(cancel)).ConvertAll(p => p with { Name = p.Firm, Firm = "", Email = "" });
        Sessions = await db.Set<UserSession>().Where(s => s.UserId == id).OrderByDescending(s => s.CreatedAt).Take(Shown)
            .Select(s => new SessionView(s.Id, s.Browser, s.Address, s.CreatedAt, s.LastSeenAt, false)).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, PlaceDecision input, CancellationToken cancel) =>
        await Answer(id, input.User == id ? await decide.Run(id, input.Firm, input.Given, Request.LetterOrigin(), cancel) : Outcome.Refuse(texts["Tego zgłoszenia już nie ma. Odśwież stronę."]), texts["Zapisano."], cancel);

    public async Task<IActionResult> OnPostDodajAsync(int id, string? firma, CompanyRole role, CancellationToken cancel)
    {
        Typed = firma;
        return await Answer(id, await add.Run(id, firma, role, Request.LetterOrigin(), cancel), texts["Dodano do firmy. Ta osoba dostanie list."], cancel);
    }

    public async Task<IActionResult> OnPostWylaczAsync(int id, string? powod, CancellationToken cancel)
    {
        Typed = powod;
        return await Answer(id, await disable.Run(id, powod, cancel), texts["Konto wyłączone. Ta osoba dostanie powód e-mailem."], cancel);
    }

    public async Task<IActionResult> OnPostWlaczAsync(int id, CancellationToken cancel) =>
        await Answer(id, await enable.Run(id, Request.LetterOrigin(), cancel), texts["Konto znów działa."], cancel);

    public async Task<IActionResult> OnPostWylogujAsync(int id, CancellationToken cancel) =>
        await Answer(id, await end.Run(id, cancel), texts["Wylogowano na wszystkich urządzeniach."], cancel);

    public async Task<IActionResult> OnPostAdresAsync(int id, CancellationToken cancel) =>
        await Answer(id, await resend.Run(id, Request.LetterOrigin(), cancel), texts["List z potwierdzeniem jest w drodze."], cancel);

    private Task<IActionResult> Answer(int id, Outcome outcome, string done, CancellationToken cancel) => this.Answer(outcome, done, () => RedirectToPage(new { id }), () => OnGetAsync(id, cancel));
}

public sealed record PersonView(
    int Id, string Name, string Email, string? Nip, bool IsActive, bool IsProven, bool HasSecondFactor, DateTime? CreatedAt, DateTime? LastLogin, DateTime? ProofAskedAt, IReadOnlyList<Role> Roles);
