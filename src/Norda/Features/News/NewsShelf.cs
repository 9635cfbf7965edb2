using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.News;

/// <summary>The newest news are the same for everybody: kept for a minute, and thrown away with every change that this instance makes.</summary>
public sealed class NewsShelf(IServiceScopeFactory scopes, IOutputCacheStore pages, TimeProvider clock)
{
    public const string Policy = "news";
    private const int Shown = 3;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private volatile Kept? _kept;

    public static void Add(WebApplicationBuilder builder) => builder.Services.AddSingleton<NewsShelf>().AddOutputCache(cache => cache.AddPolicy(Policy, policy => policy
        .Expire(Lifetime).Tag(Policy).SetVaryByQuery("*").VaryByValue(http => new("theme", Shared.Theme.Of(http.Request) ?? ""))));

    public async Task<IReadOnlyList<NewsLine>> Newest(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_kept is { } kept && kept.At <= now && now - kept.At < Lifetime)
            return kept.News;
        await using var scope = scopes.CreateAsyncScope();
        var news = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<NewsPost>().Published(now).InOrder().Take(Shown).Select(NewsLine.From).ToListAsync(cancel);
        _kept = new Kept(now, news);
        return news;
    }

    public async Task Forget(CancellationToken cancel)
    {
        _kept = null;
        await pages.EvictByTagAsync(Policy, cancel);
    }

    private sealed record Kept(DateTime At, IReadOnlyList<NewsLine> News);
}
