using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.News;

/// <summary>The newest news are the same for everybody: kept for a minute, and read anew with every change that this instance makes.</summary>
public sealed class NewsShelf(IServiceScopeFactory scopes, IOutputCacheStore pages, TimeProvider clock) : IDisposable
{
    public const string Policy = "news";
    private const int Shown = 3;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Kept? _kept;

    public static void Add(WebApplicationBuilder builder) => builder.Services.AddSingleton<NewsShelf>().AddSingleton<KeepShelf>().AddSingleton<IBeforeOpening>(services => services.GetRequiredService<KeepShelf>())
        .AddHostedService(services => services.GetRequiredService<KeepShelf>()).AddOutputCache(cache => cache.AddPolicy(Policy, policy => policy
        .Expire(Lifetime).Tag(Policy).SetVaryByQuery("*").VaryByValue(http => new("theme", Shared.Theme.Of(http.Request) ?? ""))));

    public async Task<IReadOnlyList<NewsLine>> Newest(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_kept is { } kept && kept.At <= now && now - kept.At < Lifetime)
            return kept.News;
        return await Read(cancel);
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>What changed is seen at once: on the pages that were kept too.</summary>
    public async Task Renew(CancellationToken cancel)
    {
        await Read(cancel);
        await pages.EvictByTagAsync(Policy, cancel);
    }

    /// <summary>In turns, so that what was read before a change does not cover what was read after it.</summary>
    internal async Task<IReadOnlyList<NewsLine>> Read(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await using var scope = scopes.CreateAsyncScope();
            var news = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<NewsPost>().Published(now).InOrder().Take(Shown).Select(NewsLine.From).ToListAsync(cancel);
            _kept = new Kept(now, news);
            return news;
        }
        finally
        {
            _turn.Release();
        }
    }

    private sealed record Kept(DateTime At, IReadOnlyList<NewsLine> News);
}

/// <summary>Fills the shelf before the first page, and again before it grows old: no page waits for it.</summary>
public sealed class KeepShelf(NewsShelf shelf, DatabaseGate gate, TimeProvider clock, ILogger<KeepShelf> log) : BackgroundService, IBeforeOpening
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(50);

    public Task Prepare(CancellationToken cancel) => shelf.Read(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.Opened.WaitAsync(stoppingToken);
        while (true)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await shelf.Read(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning("The newest news could not be read again: {Reason}", fault.GetBaseException().Message);
            }
        }
    }
}
