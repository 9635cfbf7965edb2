using Microsoft.AspNetCore.OutputCaching;

namespace Norda.Features.Events.Calendar;

/// <summary>What visitors see of the calendar is kept for a minute and thrown away with every change of it.</summary>
public class EventPages(IOutputCacheStore pages)
{
    public const string Policy = "events";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    public async Task Forget(CancellationToken cancel) => await pages.EvictByTagAsync(Policy, cancel);

    public static void Add(WebApplicationBuilder builder) => builder.Services.AddOutputCache(cache => cache.AddPolicy(Policy, policy => policy
        .Expire(Lifetime).Tag(Policy).SetVaryByQuery("*").VaryByValue(http => new("theme", Shared.Theme.Of(http.Request) ?? ""))));
}
