using Norda.Data.Search;

namespace Norda.Features.Directory.Import;

internal static class Indexing
{
    private const int RebuildFrom = 5000;
    private const int Portion = 500;

    /// <summary>Tells the index of many firms at once: in portions that no time limit of the database cuts off, or by building it anew.</summary>
    public static async Task Take(this ISearchIndex search, IReadOnlyCollection<int> firms, CancellationToken cancel)
    {
        if (firms.Count > RebuildFrom)
        {
            await search.Rebuild(cancel);
            return;
        }

        foreach (var portion in firms.Chunk(Portion))
            await search.Refresh(portion, cancel);
    }
}
