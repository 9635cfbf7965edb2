using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Membership;

/// <summary>Adds a band to the chamber's scale, after the last one.</summary>
public class SaveBand(AppDb db, IStringLocalizer<Texts> texts)
{
    private const int LongestName = 100;

    public async Task<Outcome> Run(MemberBand band, CancellationToken cancel)
    {
        if (PlainText.Line(band.Name) is not { Length: > 0 and <= LongestName } name)
            return Outcome.Refuse(texts["Nazwij przedział (do 100 znaków)."], "Name");
        if (band.StaffFrom < 0 || band.StaffTo < band.StaffFrom)
            return Outcome.Refuse(texts["Dolna granica nie może być większa od górnej."], "StaffFrom");
        if (band.RevenueFrom < 0 || band.RevenueTo < band.RevenueFrom)
            return Outcome.Refuse(texts["Dolna granica nie może być większa od górnej."], "RevenueFrom");
        band.Name = name;
        band.SortOrder = await db.Set<MemberBand>().CountAsync(cancel);
        db.Add(band);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Przedział o tej nazwie już jest."], "Name");
        }
    }
}
