using Microsoft.AspNetCore.StaticAssets;

namespace Norda.Features.Shared;

/// <summary>
/// Addresses of static files with their fingerprints, the same in every language. Knows what was there at build:
/// without Node the folder lib is empty, and pages then do without htmx, icons and the font.
/// </summary>
public sealed class Assets(EndpointDataSource endpoints)
{
    public const string Icons = "lib/icons.svg";
    public const string Htmx = "lib/htmx.min.js";
    public const string Font = "lib/public-sans-latin.woff2";
    public const string FontPolish = "lib/public-sans-polish.woff2";
    public const string FontAccents = "lib/public-sans-accents.woff2";

    private readonly Lazy<Dictionary<string, string>> _addresses = new(() => Read(endpoints));

    public string this[string path] => Find(path) ?? "/" + path;

    public string? Find(string path) => _addresses.Value.GetValueOrDefault(path);

    private static Dictionary<string, string> Read(EndpointDataSource endpoints)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>())
        {
            if (asset.Selectors.Count > 0)
                continue; // the same file, compressed
            if (asset.Properties.FirstOrDefault(p => p.Name is "label")?.Value is { } label)
                addresses[label] = "/" + asset.Route;
            else
                addresses.TryAdd(asset.Route, "/" + asset.Route);
        }

        return addresses;
    }
}
