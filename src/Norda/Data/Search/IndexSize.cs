using Microsoft.EntityFrameworkCore;

namespace Norda.Data.Search;

/// <summary>How many firms there are, roughly: it decides whether ranking can be exact. Counted again every five minutes.</summary>
public sealed class IndexSize(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private (int Firms, DateTimeOffset Until) known;

    public async ValueTask<int> Firms(AppDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now >= known.Until)
            known = (await db.Companies.CountAsync(cancel), now + Lifetime);
        return known.Firms;
    }

    public void Forget() => known = default;
}
