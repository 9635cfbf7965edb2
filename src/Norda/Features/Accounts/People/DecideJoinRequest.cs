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
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
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
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    private Task<bool> HasOtherOwner(CompanyUser place, CancellationToken cancel) => db.Set<CompanyUser>().AnyAsync(
        p => p.CompanyId == place.CompanyId && p.UserId != place.UserId && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive, cancel);

    private Task Tell(CompanyUser place, bool letIn, string origin, CancellationToken cancel)
    {
        var (effect, title) = ($"joined:{place.UserId}:{place.CompanyId}:{place.DecidedAt!.Value.Ticks}", letIn ? texts["Należysz już do firmy {0}", place.Company.Name] : texts["Prośba o dołączenie do firmy {0}", place.Company.Name]);
        mail.Run(new Letter
        {
            UniqueKey = effect, To = place.User.Email!, ToName = place.User.Name, UserId = place.UserId, Subject = title,
            Heading = letIn ? texts["Należysz już do firmy {0}", place.Company.Name] : texts["Prośba nie została przyjęta"],
            Paragraphs = [letIn ? texts["Możesz się zalogować i korzystać z części dla członków."] : texts["Jeśli to pomyłka, porozmawiaj z osobą, która prowadzi profil firmy, albo zadzwoń do biura izby."]],
            Button = (texts["Zaloguj się"], origin + "/logowanie"),
        });
        return people.Tell(place.UserId, new Notice(AccountNotices.JoinDecided, effect, letIn ? title : texts["Prośba o dołączenie do firmy {0} nie została przyjęta", place.Company.Name], letIn ? "/katalog" : "/konto"), cancel);
    }
}
