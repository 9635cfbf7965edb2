using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Care;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.People;

/// <summary>What a person is in the chamber, and the way back for who lost the second factor: for administrators.</summary>
[Access(Resource.StaffRole, Act.Change)]
[FreshProof]
[ResponseCache(NoStore = true)]
public class RolesModel(AppDb db, Me me, ChangeStaffRoles change, ResetSecondFactor reset, IStringLocalizer<Texts> texts) : PageModel
{
    public string PersonName { get; private set; } = "";
    public bool HasSecondFactor { get; private set; }

    /// <summary>One's own second factor is changed on one's own page.</summary>
    public bool IsMyself { get; private set; }

    public IReadOnlyList<GivenRole> Given { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var person = await db.Users.Where(u => u.Id == id && u.ErasedAt == null).Select(u => new
        {
            u.Name, u.TwoFactorEnabled, Roles = u.Roles.Select(r => new GivenRole(r.Role, r.GrantedAt, db.Users.Where(g => g.Id == r.GrantedBy).Select(g => g.Name).FirstOrDefault())).ToList(),
        }).AsSingleQuery().SingleOrDefaultAsync(cancel);
        if (person is null)
            return NotFound();
        (PersonName, HasSecondFactor, Given, IsMyself) = (person.Name, person.TwoFactorEnabled, person.Roles, id == me.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, Role[] role, CancellationToken cancel) =>
        await Answer(id, await change.Run(id, role, cancel), texts["Zapisano. Nowe uprawnienia działają od razu."], cancel);

    public async Task<IActionResult> OnPostSkladnikAsync(int id, string? haslo, CancellationToken cancel) =>
        await Answer(id, await reset.Run(id, haslo, cancel), texts["Drugi składnik zdjęty, urządzenia wylogowane."], cancel);

    private Task<IActionResult> Answer(int id, Outcome outcome, string done, CancellationToken cancel) => this.Answer(outcome, done, () => RedirectToPage(new { id }), () => OnGetAsync(id, cancel));

    /// <summary>Key of the text that says what a role may do.</summary>
    public static string Means(Role role) => role switch
    {
        Role.Admin => "Wszystko, także ustawienia, role i kopie zapasowe.",
        Role.Office => "Osoby, firmy, profile, słowniki, dziennik zmian.",
        Role.Moderator => "Czyta polecenia i zgłoszenia, zanim się ukażą.",
        Role.Treasurer => "Składki i wpłaty.",
        _ => "Czyta dziennik zmian i może go pobrać, niczego nie zmienia.",
    };
}

public sealed record GivenRole(Role Role, DateTime At, string? By);
