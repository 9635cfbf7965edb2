using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Norda.Platform.Access;

public sealed record AccessRow(string Methods, string Route, Resource? Resource, Act? Act)
{
    public string Who => Resource is { } r && Act is { } a && AccessTable.Rules.TryGetValue((r, a), out var roles) ? string.Join(", ", roles) : "nobody (signed-in fallback)";
}

/// <summary>Lists every endpoint with its resource and action; one without shows as such, and a test fails on it.</summary>
public static class AccessInventory
{
    public static async Task<IReadOnlyList<AccessRow>> List(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var rows = new List<AccessRow>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // A page's attributes are known only once it is compiled.
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var metadata = page is null ? endpoint.Metadata : (await loader.LoadAsync(page, endpoint.Metadata)).Endpoint!.Metadata;
            var access = metadata.GetMetadata<AccessAttribute>();
            var methods = metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
            rows.Add(new AccessRow(methods is { Count: > 0 } ? string.Join(',', methods) : "*", "/" + endpoint.RoutePattern.RawText?.TrimStart('/'), access?.Resource, access?.Act));
        }

        return [.. rows.Distinct().OrderBy(r => r.Route, StringComparer.Ordinal).ThenBy(r => r.Methods, StringComparer.Ordinal)];
    }
}
