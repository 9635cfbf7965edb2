using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Home.Robots;

/// <summary>
/// Every public page with the day of its last change and its other language. One file up to 10,000 firms; above, an index
/// of files, of which number 0 has the pages and lists and each other 10,000 firms. Written as the database reads it.
/// </summary>
public static class Sitemap
{
    public const int FirmsInFile = 10_000;

    public static async Task Show(HttpContext http, AppDb db, IEnumerable<SitePage> pages, IEnumerable<SitemapPart> parts, CancellationToken cancel)
    {
        var firms = await db.Companies.Listed().CountAsync(cancel);
        if (firms > FirmsInFile)
        {
            await using var index = await SitemapWriter.Begin(http, "sitemapindex");
            for (var part = 0; part <= (firms + FirmsInFile - 1) / FirmsInFile; part++)
                await index.File(string.Create(CultureInfo.InvariantCulture, $"/sitemap/{part}.xml"));
            return;
        }

        await using var xml = await SitemapWriter.Begin(http, "urlset");
        await Lists(xml, db, pages, cancel);
        await Things(xml, http, parts, cancel);
        await Firms(xml, db, 1, cancel);
    }

    public static async Task ShowPart(int part, HttpContext http, AppDb db, IEnumerable<SitePage> pages, IEnumerable<SitemapPart> parts, CancellationToken cancel)
    {
        var last = (await db.Companies.Listed().CountAsync(cancel) + FirmsInFile - 1) / FirmsInFile;
        if (part < 0 || part > last)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var xml = await SitemapWriter.Begin(http, "urlset");
        if (part > 0)
        {
            await Firms(xml, db, part, cancel);
            return;
        }

        await Lists(xml, db, pages, cancel);
        await Things(xml, http, parts, cancel);
    }

    private static async Task Lists(SitemapWriter xml, AppDb db, IEnumerable<SitePage> pages, CancellationToken cancel)
    {
        foreach (var page in pages)
            await xml.Page(page.Href, null);
        var listed = db.Companies.Listed();
        var branches = await listed.Where(c => c.CategoryId != null).GroupBy(c => c.Category!.Slug).Select(g => new { Slug = g.Key, Changed = g.Max(c => c.UpdatedAt) }).ToListAsync(cancel);
        foreach (var branch in branches.OrderBy(b => b.Slug, StringComparer.Ordinal))
            await xml.Page("/katalog/" + branch.Slug, branch.Changed);
        var towns = await listed.Where(c => c.Address.Town != null).GroupBy(c => c.Address.Town!).Select(g => new { Name = g.Key, Changed = g.Max(c => c.UpdatedAt) }).ToListAsync(cancel);
        foreach (var town in towns.GroupBy(t => Slug.From(t.Name), StringComparer.Ordinal).Where(t => t.Key.Length > 0).OrderBy(t => t.Key, StringComparer.Ordinal))
            await xml.Page("/katalog/miejscowosc/" + town.Key, town.Max(t => t.Changed));
    }

    /// <summary>What the features have public pages of.</summary>
    private static async Task Things(SitemapWriter xml, HttpContext http, IEnumerable<SitemapPart> parts, CancellationToken cancel)
    {
        foreach (var part in parts)
            foreach (var entry in await part.Pages(http.RequestServices).ToListAsync(cancel))
                await xml.Page(entry.Folder + entry.Slug, entry.Changed);
    }

    private static async Task Firms(SitemapWriter xml, AppDb db, int part, CancellationToken cancel)
    {
        var firms = db.Companies.Listed().OrderBy(c => c.Id).Skip((part - 1) * FirmsInFile).Take(FirmsInFile).Select(c => new { c.Slug, Changed = c.UpdatedAt ?? c.CreatedAt });
        await foreach (var firm in firms.AsAsyncEnumerable().WithCancellation(cancel))
            await xml.Page("/firma/" + firm.Slug, firm.Changed);
    }
}

/// <summary>Writes the entries of a sitemap, each page once in Polish and once in English, each naming the other.</summary>
internal sealed class SitemapWriter : IAsyncDisposable
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Links = "http://www.w3.org/1999/xhtml";
    private readonly HttpRequest request;
    private readonly XmlWriter xml;

    private SitemapWriter(HttpContext http)
    {
        request = http.Request;
        xml = XmlWriter.Create(http.Response.Body, new XmlWriterSettings { Async = true, Encoding = new System.Text.UTF8Encoding(false) });
    }

    public static async Task<SitemapWriter> Begin(HttpContext http, string root)
    {
        http.Response.ContentType = "application/xml; charset=utf-8";
        http.Response.Headers.CacheControl = "public, max-age=3600";
        var writer = new SitemapWriter(http);
        await writer.xml.WriteStartDocumentAsync();
        await writer.xml.WriteStartElementAsync(null, root, Namespace);
        if (root == "urlset")
            await writer.xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Links);
        return writer;
    }

    public async Task File(string path)
    {
        await xml.WriteStartElementAsync(null, "sitemap", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, request.PublicUrl(path));
        await xml.WriteEndElementAsync();
    }

    public async Task Page(string path, DateTime? changed)
    {
        foreach (var english in (bool[])[false, true])
        {
            await xml.WriteStartElementAsync(null, "url", Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, request.PublicUrl(path, english));
            if (changed is { } day)
                await xml.WriteElementStringAsync(null, "lastmod", Namespace, day.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            await Alternate("pl", request.PublicUrl(path));
            await Alternate("en", request.PublicUrl(path, english: true));
            await xml.WriteEndElementAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await xml.WriteEndDocumentAsync();
        await xml.DisposeAsync();
    }

    private async Task Alternate(string language, string address)
    {
        await xml.WriteStartElementAsync("xhtml", "link", Links);
        await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
        await xml.WriteAttributeStringAsync(null, "hreflang", null, language);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}
