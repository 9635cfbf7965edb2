using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Papers.Writing;

/// <summary>Numbers of a series: one after another in each year, none left out, none twice.</summary>
public class TakeNumber(AppDb db)
{
    public const string Notes = "NK";
    public const string Demands = "WZ";

    /// <summary>Before the transaction: two who open a year at once must not spoil each other's.</summary>
    public async Task Open(string series, int year, CancellationToken cancel)
    {
        if (await db.Set<PaperSeries>().AnyAsync(s => s.Series == series && s.Year == year, cancel))
            return;
        var row = new PaperSeries { Series = series, Year = year };
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            // Somebody opened it meanwhile, which is just as well.
        }

        db.Entry(row).State = EntityState.Detached;
    }

    /// <summary>Within the transaction of the paper: who comes next waits for its end, and a paper that is not issued gives its number back.</summary>
    public async Task<int> Run(string series, int year, CancellationToken cancel)
    {
        await db.Set<PaperSeries>().Where(s => s.Series == series && s.Year == year).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1), cancel);
        return await db.Set<PaperSeries>().Where(s => s.Series == series && s.Year == year).Select(s => s.Last).SingleAsync(cancel);
    }
}
