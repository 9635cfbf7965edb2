using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Features.Papers.Cards;

/// <summary>Makes the card of a firm's membership, once; asked again, it is there already.</summary>
public class MakeCard(AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int companyId, CancellationToken cancel)
    {
        var today = clock.Today();
        var member = await db.Set<Member>().Where(m => m.CompanyId == companyId && m.Kind != MemberKind.Candidate && m.Since <= today && (m.Until == null || m.Until >= today)).Select(m => (int?)m.Id).SingleOrDefaultAsync(cancel);
        if (member is not { } id)
            return Outcome.Refuse(texts["Kartę ma firma, która jest członkiem izby. Członkostwo tej firmy jeszcze się nie zaczęło albo wygasło."]);
        if (await db.Set<MemberCard>().AnyAsync(c => c.MemberId == id, cancel))
            return Outcome.Done;
        db.Add(new MemberCard { MemberId = id, CreatedAt = clock.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
        }

        return Outcome.Done;
    }
}
