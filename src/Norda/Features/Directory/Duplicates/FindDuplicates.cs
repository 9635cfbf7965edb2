using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Duplicates;

/// <summary>Looks for firms that stand in the directory twice. What the office decided stays decided.</summary>
public class FindDuplicates(AppDb db, TimeProvider clock)
{
    /// <summary>What so many firms share tells nothing of any two.</summary>
    public const int LargestBlock = 40;

    /// <returns>How many pairs wait for the office.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var firms = await db.Companies.Where(c => c.Status != CompanyStatus.Archived).OrderBy(c => c.Id).Select(c => new { c.Id, c.Name, c.Nip, c.Regon, c.Krs, c.Address.Town, c.Phone, c.Website, c.Email }).AsNoTracking().ToListAsync(cancel);
        var found = Pairs(firms.ConvertAll(c => new FirmSketch(c.Id, c.Name, c.Nip, c.Regon, c.Krs, c.Town, c.Phone, c.Website, c.Email))).ToDictionary(p => (p.First, p.Second), p => p.Likeness);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await db.Set<DuplicatePair>().ToDictionaryAsync(p => (p.FirstId, p.SecondId), cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var ((first, second), likeness) in found)
        {
            var reasons = string.Join(',', likeness.Reasons);
            if (!known.TryGetValue((first, second), out var pair))
                db.Add(new DuplicatePair { FirstId = first, SecondId = second, Points = likeness.Points, Reasons = reasons, FoundAt = now });
            else if (pair.IsDuplicate is null)
                (pair.Points, pair.Reasons) = (likeness.Points, reasons);
        }

        db.RemoveRange(known.Values.Where(p => p.IsDuplicate is null && !found.ContainsKey((p.FirstId, p.SecondId))));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await db.Set<DuplicatePair>().CountAsync(p => p.IsDuplicate == null, cancel);
    }

    /// <summary>Pairs that are alike enough, each once.</summary>
    public static IEnumerable<(int First, int Second, Likeness Likeness)> Pairs(IReadOnlyList<FirmSketch> firms)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (place, firm) in firms.Index())
            foreach (var block in firm.Blocks().Distinct(StringComparer.Ordinal))
                (blocks.TryGetValue(block, out var there) ? there : blocks[block] = []).Add(place);
        var seen = new HashSet<(int, int)>();
        foreach (var block in blocks.Values.Where(b => b.Count is > 1 and <= LargestBlock))
            for (var i = 0; i < block.Count; i++)
                for (var j = i + 1; j < block.Count; j++)
                    if (seen.Add((block[i], block[j])) && Likeness.Of(firms[block[i]], firms[block[j]]) is { Points: >= Likeness.Suspicious } likeness)
                        yield return (firms[block[i]].Id, firms[block[j]].Id, likeness);
    }
}
