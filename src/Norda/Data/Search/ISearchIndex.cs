namespace Norda.Data.Search;

/// <summary>Finds firms. PostgreSQL and SQLite answer the same question with the same firms.</summary>
public interface ISearchIndex
{
    /// <summary>One page of firms with the reasons why, the counts per filter, and the spelling that was really asked.</summary>
    Task<SearchPage> Find(SearchQuestion question, CancellationToken cancel);

    /// <summary>What the typed beginning may become: firms first, then services, categories and towns; at most ten.</summary>
    Task<IReadOnlyList<Suggestion>> Suggest(string typed, CancellationToken cancel);

    /// <summary>Takes over what changed in these firms. Runs in the caller's transaction, if there is one.</summary>
    Task Refresh(IReadOnlyCollection<int> companyIds, CancellationToken cancel);

    /// <summary>Builds everything anew: terms, order, tiers and vocabulary. After large imports, and by `norda reindex`.</summary>
    Task Rebuild(CancellationToken cancel);
}

/// <summary>Recommender: numbers of firms whose people recommend the firm; it has no counts, and no address names it.</summary>
public enum FilterGroup { Category, Town, Service, Competency, Certificate, Quality, Recommender }

public enum SearchOrder { Best, Name, Newest }

public sealed record SearchQuestion
{
    public const int LongestText = 200;
    public const int LargestPage = 100;
    public const int MostValues = 10;

    public string Text { get; init; } = "";

    /// <summary>Takes the spelling as it is and corrects nothing.</summary>
    public bool Exact { get; init; }

    /// <summary>Slugs per group: any of a group, all of the groups.</summary>
    public IReadOnlyDictionary<FilterGroup, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<FilterGroup, IReadOnlyList<string>>();

    public SearchOrder Order { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to <see cref="LargestPage"/>.</summary>
    public int PageSize { get; init; } = 20;

    public IReadOnlyList<string> Chosen(FilterGroup group) => Filters.GetValueOrDefault(group, []);
}

public sealed record SearchPage
{
    public required IReadOnlyList<SearchHit> Hits { get; init; }
    public required int Total { get; init; }

    /// <summary>There are more firms than were counted: say "more than".</summary>
    public bool TotalIsCapped { get; init; }

    public required IReadOnlyDictionary<FilterGroup, IReadOnlyList<Facet>> Facets { get; init; }

    /// <summary>The spelling that was asked instead of the typed one, to be shown; null when nothing was corrected.</summary>
    public string? CorrectedText { get; init; }

    /// <summary>No firm has all the words: these have some of them.</summary>
    public bool AnyWord { get; init; }

    /// <summary>For a page without firms: what dropping one filter would give.</summary>
    public IReadOnlyList<Relief> Reliefs { get; init; } = [];

    /// <summary>The text was the number of one firm: go straight to it.</summary>
    public bool IsIdentifier { get; init; }

    /// <summary>Marks in <see cref="CorrectedText"/> the words that differ from the typed ones.</summary>
    public Highlighter? Corrections { get; init; }

    /// <summary>Marks in a text the words that were asked for.</summary>
    public required Highlighter Highlighter { get; init; }
}

public sealed record SearchHit(
    int Id, string Slug, string Name, int? CategoryId, string? CategorySlug, string? CategoryName, string? Town, string? Nip,
    string? Short, string? Excerpt, string Quality, string? Phone, string? Email, double? Latitude, double? Longitude, string? Logo,
    IReadOnlyList<Offer> Services, IReadOnlyList<Offer> Competencies, IReadOnlyList<Offer> Certificates, double Score)
{
    /// <summary>Why the firm was found, the strongest reason first.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];
}

/// <summary>A service, competency or certificate of a firm; Marked when it is the primary service or was asked for.</summary>
public sealed record Offer(string Name, bool Primary, bool Asked = false);

public enum ReasonKind { Identifier, Name, PrimaryService, Service, Certificate, Competency, Category, Town, Description }

public sealed record Reason(ReasonKind Kind, string Text);

public sealed record Facet(string Slug, string Name, int Count, bool Chosen);

public sealed record Relief(FilterGroup Group, int Gain);

public enum SuggestionKind { Company, Service, Category, Town }

public sealed record Suggestion(SuggestionKind Kind, string Text, string Slug, string? Hint);
