namespace Norda.Platform.Access;

public sealed record AccessRow(string Methods, string Route, Resource? Resource, Act? Act)
{
    public string Who => Resource is { } r && Act is { } a && AccessTable.Rules.TryGetValue((r, a), out var roles) ? string.Join(", ", roles) : "nobody (signed-in fallback)";
}

/// <summary>Lists every endpoint with its resource and action; one without shows as such, and a test fails on it.</summary>
public static class AccessInventory
{
    public static IReadOnlyList<AccessRow> List(IEnumerable<Endpoint> endpoints) =>
        [.. endpoints.OfType<RouteEndpoint>().Select(Row).Distinct().OrderBy(row => row.Route, StringComparer.Ordinal).ThenBy(row => row.Methods, StringComparer.Ordinal)];

    private static AccessRow Row(RouteEndpoint endpoint)
    {
        var access = endpoint.Metadata.GetMetadata<AccessAttribute>();
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return new AccessRow(methods is { Count: > 0 } ? string.Join(',', methods) : "*", "/" + endpoint.RoutePattern.RawText?.TrimStart('/'), access?.Resource, access?.Act);
    }
}
