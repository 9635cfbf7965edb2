using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Shared;

/// <summary>The signs of the top bar and how much waits behind each, by one command for all of them.</summary>
public sealed class TopBarCounts(AppDb db, IEnumerable<TopBarSign> signs, IServiceProvider services)
{
    public async Task<IReadOnlyList<(TopBarSign Sign, int Waiting)>> Read(HttpContext http)
    {
        var shown = signs.OrderBy(s => s.Order).ToList();
        // A page that tells of a fault does not ask the database what may be at fault.
        var counts = http.Response.StatusCode >= StatusCodes.Status500InternalServerError
            ? new int[shown.Count]
            : await db.CountTogether(shown.ConvertAll(s => s.Waiting(services)), http.RequestAborted);
        return [.. shown.Zip(counts)];
    }
}
