using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Shared;

/// <summary>The signs of the top bar and how much waits behind each, by one command for all of them.</summary>
public sealed class TopBarCounts(AppDb db, IEnumerable<TopBarSign> signs, IServiceProvider services)
{
    private IReadOnlyList<(TopBarSign Sign, int Waiting)>? _read;

    /// <summary>How many rows each of the questions finds; the bar's own go along in the same command.</summary>
    public async Task<IReadOnlyList<int>> CountAlong(IReadOnlyList<IQueryable<int>> questions, CancellationToken cancel)
    {
        var shown = Shown();
        var counts = await db.CountTogether([.. shown.Select(s => s.Waiting(services)), .. questions], cancel);
        _read = [.. shown.Zip(counts)];
        return counts[shown.Count..];
    }

    public async Task<IReadOnlyList<(TopBarSign Sign, int Waiting)>> Read(HttpContext http)
    {
        // A page that tells of a fault does not ask the database what may be at fault.
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            return [.. Shown().Select(s => (s, 0))];
        if (_read is null)
            await CountAlong([], http.RequestAborted);
        return _read!;
    }

    private List<TopBarSign> Shown() => [.. signs.OrderBy(s => s.Order)];
}
