using Norda.Data.Search;
using Norda.Data.Search.Polish;

namespace Norda.Bench.Data;

/// <summary>A firm with what the product's index makes of it.</summary>
internal sealed record Made(Firm Firm, IndexDocument Document);

internal static class Documents
{
    private const int Chunk = 2_000;

    /// <summary>Firms 1 to count with their documents, in order, a chunk at a time, on all processors.</summary>
    public static IEnumerable<Made[]> Of(int count, Firms firms, Stemmer stemmer) =>
        Enumerable.Range(0, (count + Chunk - 1) / Chunk).Select(chunk =>
            Enumerable.Range((chunk * Chunk) + 1, Math.Min(Chunk, count - (chunk * Chunk))).AsParallel().AsOrdered().Select(id =>
            {
                var firm = firms.Make(id);
                return new Made(firm, IndexDocument.Of(firms.Source(firm), stemmer, Firms.Day));
            }).ToArray());
}
