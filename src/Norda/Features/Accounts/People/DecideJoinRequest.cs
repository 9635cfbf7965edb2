using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Accounts.People;

/// <summary>A firm's owner, or the office, lets a person into the firm, changes their role, or shows them out.</summary>
public class DecideJoinRequest(AppDb db, Me me, TimeProvider clock, QueueMail mail, ITellPeople people, IStringLocalizer<Texts> texts)
{
    /// <param name="role">What the person may do from now on; null refuses or removes them.</param>
    /// <param name="origin">Scheme and host of the address in the letter.</param>
    public async Task<Outcome> Run(int userId, int companyId, CompanyRole? role, string origin, CancellationToken cancel)
    {
        if (!me.Owns(companyId))
            return Outcome.Refuse(texts["O tym, kto należy do firmy, decyduje jej właściciel albo biuro izby."]);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var place = await db.Set<CompanyUser>().Include(p => p.User).Include(p => p.Company).SingleOrDefaultAsync(p => p.UserId == userId && p.CompanyId == companyId, cancel);
        if (place is null)
            return Outcome.Refuse(texts["Tego zgłoszenia już nie ma. Odśwież stronę."]);
        if (place is { Role: CompanyRole.Owner, Status: CompanyUserStatus.Approved } && role != CompanyRole.Owner && !await HasOtherOwner(place, cancel))
            return Outcome.Refuse(texts["To jedyny właściciel profilu firmy. Najpierw daj tę rolę komuś innemu."]);

        var isNew = place.Status != CompanyUserStatus.Approved;
        (place.Status, place.Role) = role is { } given ? (CompanyUserStatus.Approved, given) : (CompanyUserStatus.Refused, CompanyRole.Viewer);
        (place.DecidedBy, place.DecidedAt) = (me.Id, clock.GetUtcNow().UtcDateTime);
        if (role is not null)
            place.User.CompanyId ??= companyId;
        else if (place.User.CompanyId == companyId)
            place.User.CompanyId = null;
        if (isNew)
            await Tell(place, role is not null, origin, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return Outcome.Refuse(texts["Tego zgłoszenia już nie ma. Odśwież stronę."]);
        }

        if (own is not null)
            await own.CommitAsync(cancel);
        return Outcome.Done;
    }

    private Task<bool> HasOtherOwner(CompanyUser place, CancellationToken cancel) => db.Set<CompanyUser>().AnyAsync(
        p => p.CompanyId == place.CompanyId && p.UserId != place.UserId && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive, cancel);

    private Task Tell(CompanyUser place, bool letIn, string origin, CancellationToken cancel)
    {
        var (effect, firm) = ($"{place.UserId}:{place.CompanyId}:{place.DecidedAt!.Value.Ticks}", place.Company.Name);
        mail.Run(FirmLetters.Joined(texts, AccountLetters.To(place.User), firm, letIn, effect, origin));
        var title = letIn ? texts["Należysz już do firmy {0}", firm] : texts["Prośba o dołączenie do firmy {0} nie została przyjęta", firm];
        return people.Tell(place.UserId, new Notice(AccountNotices.JoinDecided, "joined:" + effect, title, letIn ? "/katalog" : "/konto"), cancel);
    }
}
