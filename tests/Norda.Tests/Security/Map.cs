using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Norda.Platform.Access;

namespace Norda.Tests.Security;

/// <summary>A page as it came.</summary>
public sealed record Visit(string Address, HttpResponseMessage Answer)
{
    private static readonly string[] Words = ["text/html", "application/json", "text/plain", "text/vcard", "application/xml"];
    private readonly Lazy<string> body = new(() => Words.Contains(Answer.Content.Headers.ContentType?.MediaType) ? Answer.Content.ReadAsStringAsync().GetAwaiter().GetResult() : "");
    private readonly Lazy<IDocument?> page = new(() => Answer.Content.Headers.ContentType?.MediaType == "text/html" ? Answer.Page().GetAwaiter().GetResult() : null);

    public string Body => body.Value;

    public IDocument? Page => page.Value;

    public bool IsPage => Answer.Content.Headers.ContentType?.MediaType == "text/html";

    /// <summary>A letter as a mail program draws it: it carries its styles in its elements, and may run, send and frame nothing at all.</summary>
    public bool IsLetter => Answer.Headers.TryGetValues("Content-Security-Policy", out var policy)
        && policy.Single() == "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

/// <summary>A route of the application with the names that its address and its forms are read from.</summary>
public sealed record Road(string Route, Regex Pattern, int Literals, RouteEndpoint Endpoint, IReadOnlySet<string> Names)
{
    public AccessAttribute? Access => Endpoint.Metadata.GetMetadata<AccessAttribute>();

    public IReadOnlyList<string> Methods => Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    public bool IsRead => Methods.Count == 0 || Methods.Contains("GET");

    public bool IsWritten => Methods.Count == 0 || Methods.Any(m => m is "POST" or "PUT" or "PATCH" or "DELETE");

    /// <summary>What makes two addresses of the route different pages: words that the route names, and the names in the query.</summary>
    public string Shape(string address)
    {
        var (path, query) = address.Split('?', 2) is [var p, var q] ? (p, q) : (address, "");
        return (Route.Contains("regex(", StringComparison.Ordinal) ? path : Route) + "?" + string.Join('&', query.Split('&', '#').Select(pair => pair.StartsWith("handler=", StringComparison.Ordinal) ? pair : pair.Split('=')[0]).Order());
    }
}

/// <summary>All routes of the running application.</summary>
public sealed partial class Map(IReadOnlyList<Road> roads)
{
    private const int MostOfOneShape = 1;
    private const int MostOfOneRoute = 14;

    public IReadOnlyList<Road> Roads => roads;

    public static async Task<Map> Draw(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var roads = new List<Road>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<AccessAttribute>() is { Resource: Resource.Asset } || endpoint.RoutePattern.Parameters.Any(p => p.IsCatchAll))
                continue;
            roads.Add(new Road("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Shaped(endpoint.RoutePattern), endpoint.RoutePattern.PathSegments.Count(s => s.IsSimple && s.Parts[0].IsLiteral), endpoint, await NamesOf(endpoint, loader)));
        }

        return new Map([.. roads.DistinctBy(r => (r.Route, string.Join(',', r.Methods)))]);
    }

    public Road? RouteOf(string path) => roads.Where(r => r.Pattern.IsMatch(path.StartsWith("/en/", StringComparison.Ordinal) ? path[3..] : path)).MaxBy(r => r.Literals);

    /// <summary>An address for every route, with what is there in the demo chamber.</summary>
    public IEnumerable<string> Addresses => roads.Where(r => r.IsRead).Select(r => Norda.Tests.Access.Addresses.Of(r.Route));

    /// <summary>Follows every link, a few of each kind.</summary>
    public async Task<List<Visit>> Crawl(HttpClient browser, IEnumerable<string> letters)
    {
        var (waiting, known, tally, found) = (new Queue<string>(letters.Concat(Addresses)), new HashSet<string>(), new Dictionary<string, int>(), new List<Visit>());
        while (waiting.TryDequeue(out var address))
        {
            if (!known.Add(address) || RouteOf(address.Split('?')[0]) is not { IsRead: true } road || tally.GetValueOrDefault(road.Shape(address)) >= MostOfOneShape || !Count(tally, road.Route, MostOfOneRoute))
                continue;
            var visit = new Visit(address, await browser.GetAsync(address));
            found.Add(visit);
            if (visit.Answer.IsSuccessStatusCode) // what is not there takes no place of what is
                Count(tally, road.Shape(address), MostOfOneShape);
            foreach (var link in Links(visit))
                waiting.Enqueue(link);
        }

        return found;
    }

    private static IEnumerable<string> Links(Visit visit)
    {
        IEnumerable<string> links = visit.Answer.Headers.Location is { } to ? [to.ToString()] : visit.IsPage ? Anchor().Matches(visit.Body).Select(a => System.Net.WebUtility.HtmlDecode(a.Groups[1].Value)) : [];
        foreach (var link in links)
        {
            if (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal))
                yield return link.Split('#')[0];
            else if (link.StartsWith('?'))
                yield return visit.Address.Split('?')[0] + link.Split('#')[0];
        }
    }

    private static bool Count(Dictionary<string, int> tally, string key, int most)
    {
        var count = tally[key] = tally.GetValueOrDefault(key) + 1;
        return count <= most;
    }

    private static Regex Shaped(RoutePattern pattern)
    {
        var parts = pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shaped))).ToList();
        var optional = pattern.Parameters.Any(p => p.IsOptional) ? parts[^1] : null;
        return new Regex("^/" + string.Join('/', optional is null ? parts : parts[..^1]) + (optional is null ? "" : $"(/{optional})?") + "$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }

    private static string Shaped(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
        RoutePatternSeparatorPart separator => Regex.Escape(separator.Content),
        RoutePatternParameterPart { ParameterPolicies: [{ Content: { } rule }, ..] } when rule.StartsWith("regex(", StringComparison.Ordinal) => rule[6..^1].Trim('^', '$'),
        RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }, ..] } => "[0-9]+",
        _ => "[^/]+",
    };

    /// <summary>What the page or the call reads from its address or form.</summary>
    private static async Task<IReadOnlySet<string>> NamesOf(RouteEndpoint endpoint, PageLoader loader)
    {
        var names = new HashSet<string>(endpoint.RoutePattern.Parameters.Select(p => p.Name), StringComparer.OrdinalIgnoreCase);
        names.UnionWith(endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(p => p.Name));
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return names;
        var compiled = await loader.LoadAsync(page, endpoint.Metadata);
        names.UnionWith(compiled.HandlerMethods.SelectMany(h => h.Parameters).Select(p => p.BindingInfo?.BinderModelName ?? p.Name));
        names.UnionWith(compiled.BoundProperties.Select(p => p.BindingInfo?.BinderModelName ?? p.Name));
        names.ExceptWith(["cancel", "cancellationToken"]);
        return names;
    }

    [GeneratedRegex("<a [^>]*?href=\"([^\"]+)\"")]
    private static partial Regex Anchor();
}
