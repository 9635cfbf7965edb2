using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Membership;

/// <summary>A band as it is to be; bounds are inclusive, null is open.</summary>
public sealed record BandOrder(string? Name, int? StaffFrom, int? StaffTo, decimal? RevenueFrom, decimal? RevenueTo);

/// <summary>Adds a band to the chamber's scale, after the last one.</summary>
public class SaveBand(AppDb db, IStringLocalizer<Texts> texts)
{
    private const int LongestName = 100;
    private const decimal LargestRevenue = 1_000_000_000_000m;

    public async Task<Outcome> Run(BandOrder order, CancellationToken cancel)
    {
        if (PlainText.Line(order.Name) is not { Length: > 0 and <= LongestName } name)
            return Outcome.Refuse(texts["Nazwij przedział (do 100 znaków)."], "Name");
        if (order.StaffFrom < 0 || order.StaffTo < (order.StaffFrom ?? 0))
            return Outcome.Refuse(texts["Dolna granica nie może być większa od górnej."], "StaffFrom");
        if (order.RevenueFrom < 0 || order.RevenueTo < (order.RevenueFrom ?? 0) || order.RevenueTo > LargestRevenue || order.RevenueFrom > LargestRevenue)
            return Outcome.Refuse(texts["Dolna granica nie może być większa od górnej."], "RevenueFrom");
        db.Add(new MemberBand { Name = name, StaffFrom = order.StaffFrom, StaffTo = order.StaffTo, RevenueFrom = order.RevenueFrom, RevenueTo = order.RevenueTo, SortOrder = await db.Set<MemberBand>().CountAsync(cancel) });
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
