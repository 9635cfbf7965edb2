namespace Norda.Platform.Contributions;

/// <summary>Public pages that a feature has one of for each of its things: register one as a singleton. Search engines learn of them.</summary>
public sealed record SitemapPart(Func<IServiceProvider, IQueryable<SitemapEntry>> Pages)
{
    /// <summary>Of each kind; what came last counts.</summary>
    public const int Most = 2_000;
}

/// <summary>Slug is the rest of the address.</summary>
public sealed record SitemapEntry(string Folder, string Slug, DateTime Changed);
