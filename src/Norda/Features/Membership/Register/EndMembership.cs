using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Care;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Register;

/// <summary>How a membership comes to its end.</summary>
/// <param name="LastDay">Fees are charged up to this day and stay owed.</param>
/// <param name="Resolution">Needed for an exclusion; a wish of the firm needs none.</param>
public sealed record Departure(MemberEnd How, DateOnly? LastDay, ResolutionName? Resolution, string? Reason);

/// <summary>Ends a membership: by the firm's wish, by a resolution, or because the firm is no more. What it owes it goes on owing.</summary>
public class EndMembership(AppDb db, Me me, NameResolution resolutions, MarkMembers mark, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, Departure departure, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (!Enum.IsDefined(departure.How))
            return Outcome.Refuse(texts["Wybierz, jak kończy się członkostwo."], "How");
        if (PlainText.Line(departure.Reason) is not { Length: > 0 and <= MemberMap.LongestEndReason } reason)
            return Outcome.Refuse(texts["Napisz powód (do 500 znaków)."], "Reason");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Member>().Include(m => m.Company).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { Until: null } member)
            return Outcome.Refuse(texts["To członkostwo już się skończyło."]);
        if (departure.LastDay is not { } last || last < member.Since || last > clock.Today().AddYears(1))
            return Outcome.Refuse(texts["Podaj ostatni dzień członkostwa: nie wcześniej niż {0} i najdalej za rok.", member.Since.ToString("d.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)], "LastDay");
        Resolution? resolution = null;
        if (departure.How == MemberEnd.Excluded || PlainText.Line(departure.Resolution?.Number) is not null)
        {
            (resolution, var outcome) = await resolutions.Run(departure.Resolution ?? new ResolutionName(null, null, null, null), cancel);
            if (resolution is null)
                return outcome;
        }

        (member.Until, member.EndKind, member.EndReason, member.EndResolutionId) = (last, departure.How, reason, resolution?.Id);
        member.Version++;
        if (member.Company.Email is { } address)
            mail.Run(DeclarationLetters.Ended(texts, new Reader(null, address, member.Company.Name), member, member.Company.Name, resolution?.Called));
        return await Save(member, transaction, cancel);
    }

    private async Task<Outcome> Save(Member member, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return Outcome.Refuse(texts["Ktoś właśnie zmienił to członkostwo. Odśwież stronę."]);
        }

        await mark.Run(db.Set<Member>().On(clock.Today()).Select(m => m.CompanyId), member.CompanyId, cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

/// <summary>Every night: whose firm came in or went out with the day is marked so.</summary>
public class KeepMembersInStep(AppDb db, MarkMembers mark, TimeProvider clock)
{
    public Task<int> Run(CancellationToken cancel) => mark.Run(db.Set<Member>().On(clock.Today()).Select(m => m.CompanyId), null, cancel);
}
