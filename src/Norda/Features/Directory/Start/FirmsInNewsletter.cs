using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.Start;

/// <summary>Firms that joined.</summary>
public sealed class FirmsInNewsletter(AppDb db) : INewsletterSource
{
    public int Order => 40;
    public string Group => "Nowi w izbie";

    public async Task<IReadOnlyList<NewsletterOffer>> Offer(DateTime since, int most, CancellationToken cancel)
    {
        var firms = await db.Companies.Listed().Where(c => c.CreatedAt > since).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(most)
            .Select(c => new { c.Id, c.Name, c.Slug, Category = c.Category!.Name, c.Address.Town }).ToListAsync(cancel);
        return [.. firms.Select(f => new NewsletterOffer($"firm:{f.Id}", f.Name, string.Join(", ", new[] { f.Category, f.Town }.OfType<string>()), "/firma/" + f.Slug))];
    }
}
