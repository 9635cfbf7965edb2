using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Care;

/// <summary>An administrator says what a person is in the chamber. There is always one administrator left.</summary>
public class ChangeStaffRoles(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public static readonly IReadOnlyList<Role> All = [Role.Admin, Role.Office, Role.Moderator, Role.Treasurer, Role.Auditor];

    /// <summary>Key of the text for a role of the chamber.</summary>
    public static string Word(Role role) => role switch
    {
        Role.Admin => "Administrator",
        Role.Office => "Biuro izby",
        Role.Moderator => "Moderator",
        Role.Treasurer => "Skarbnik",
        _ => "Rewident",
    };

    /// <param name="wanted">The roles from now on; what is not there is taken away.</param>
    public async Task<Outcome> Run(int userId, IReadOnlyCollection<Role> wanted, CancellationToken cancel)
    {
        if (!me.Is(Role.Admin))
            return Outcome.Refuse(texts["Role w izbie nadaje tylko administrator."]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var isLast = !await db.HasOtherAdmin(userId, cancel);
        if (await db.Users.Include(u => u.Roles).SingleOrDefaultAsync(u => u.Id == userId && u.ErasedAt == null, cancel) is not { } user)
            return Outcome.Refuse(texts["Tej osoby już nie ma."]);
        if (user.IsAdmin && !wanted.Contains(Role.Admin) && isLast)
            return Outcome.Refuse(texts["To jedyny administrator. Najpierw daj tę rolę komuś innemu."]);
        user.Roles.RemoveAll(r => !wanted.Contains(r.Role));
        foreach (var role in All.Where(r => wanted.Contains(r) && user.Roles.TrueForAll(had => had.Role != r)))
            user.Roles.Add(new StaffRole { Role = role, GrantedBy = me.Id, GrantedAt = clock.GetUtcNow().UtcDateTime });
        user.IsAdmin = wanted.Contains(Role.Admin);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
