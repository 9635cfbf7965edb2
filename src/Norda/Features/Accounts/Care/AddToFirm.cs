using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.People;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Care;

/// <summary>The office puts a person into a firm that they did not ask for.</summary>
public class AddToFirm(AppDb db, Me me, DecideJoinRequest decide, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="typed">The firm by its NIP, or by the end of its page's address.</param>
    public async Task<Outcome> Run(int userId, string? typed, CompanyRole role, string origin, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        var slug = (typed ?? "").Trim().TrimEnd('/').Split('/')[^1];
        var nip = Nip.TryParse(typed, out var number) ? number : null;
        if (await db.Companies.Where(c => c.Status != CompanyStatus.Archived && (c.Nip == nip && nip != null || c.Slug == slug)).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel) is not { } firm)
            return Outcome.Refuse(texts["Nie ma takiej firmy w katalogu. Wpisz jej NIP albo adres strony, na przykład /firma/pixlab."], "firma");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            if (await db.Set<CompanyUser>().Where(p => p.UserId == userId && p.CompanyId == firm).Select(p => (CompanyUserStatus?)p.Status).SingleOrDefaultAsync(cancel) is { } status)
            {
                if (status == CompanyUserStatus.Approved)
                    return Outcome.Refuse(texts["Ta osoba już należy do tej firmy. Rolę zmienisz na liście powyżej."], "firma");
            }
            else
            {
                db.Add(new CompanyUser { UserId = userId, CompanyId = firm, Role = role, Status = CompanyUserStatus.Requested, CreatedAt = clock.GetUtcNow().UtcDateTime });
                await db.SaveChangesAsync(cancel);
            }
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Ta osoba już należy do tej firmy. Rolę zmienisz na liście powyżej."], "firma");
        }

        var outcome = await decide.Run(userId, firm, role, origin, cancel);
        if (!outcome.Refused)
            await transaction.CommitAsync(cancel);
        return outcome;
    }
}
