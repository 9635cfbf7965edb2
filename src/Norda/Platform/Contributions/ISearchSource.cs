using Norda.Platform.Access;

namespace Norda.Platform.Contributions;

/// <summary>
/// What a feature lets people find in the whole site: register one per kind of thing. The questions of all sources go to the database as one
/// command, so a question is a query and does not run by itself. It finds nothing that the person may not see.
/// </summary>
public interface ISearchSource
{
    /// <summary>Place among the groups, another for each source; stands in its rows.</summary>
    int Order { get; }

    /// <summary>Heading, a key of <see cref="Texts"/>: "Wydarzenia".</summary>
    string Group { get; }

    string Icon { get; }

    (Resource Resource, Act Act) Requires { get; }

    IQueryable<FoundRow> Find(SearchWords words, int most);

    /// <summary>Address from "/" of what was found.</summary>
    string Address(FoundRow row);

    /// <summary>What tells it from others of its name; null where nothing does.</summary>
    string? Hint(FoundRow row);
}

/// <summary>One thing that was found. All members are set by every source, in the order in which they stand here; texts are made plain for the database's sake.</summary>
public sealed class FoundRow
{
    public int Source { get; init; }
    public int Id { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Of its address.</summary>
    public string Slug { get; init; } = "";

    public string More { get; init; } = "";
    public DateTime At { get; init; }
}
