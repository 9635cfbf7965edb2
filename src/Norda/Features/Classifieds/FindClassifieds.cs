using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Classifieds;

/// <summary>Open advertisements by their titles; for members, who may read them, by all that they say.</summary>
public sealed class FindClassifieds(AppDb db, Me me, ClassifiedWords roots, TimeProvider clock) : ISearchSource
{
    public int Order => 50;
    public string Group => "Ogłoszenia";
    public string Icon => "speakerphone";
    public (Resource Resource, Act Act) Requires => (Resource.ClassifiedTitle, Act.Read);

    public IQueryable<FoundRow> Find(SearchWords words, int most)
    {
        var open = db.Set<Classified>().Open(clock.GetUtcNow().UtcDateTime);
        var named = open;
        foreach (var word in words.Inside)
            named = named.Where(c => SearchText.Folded(" " + c.Title).Contains(word));
        var ids = named.Select(c => c.Id);
        var found = named;
        if (AccessTable.Allows(me, Resource.Classified, Act.Read) && roots.Asked(words.Typed) is { Count: > 0 } asked)
        {
            var said = open.With(asked).Select(c => c.Id);
            found = open.Where(c => ids.Contains(c.Id) || said.Contains(c.Id));
        }

        var first = found.OrderByDescending(c => ids.Contains(c.Id)).ThenByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(most).Select(c => c.Id);
        return db.Set<Classified>().Where(c => first.Contains(c.Id)).Select(c => new FoundRow { Source = Order, Id = c.Id, Title = SearchText.Whole(c.Title), Slug = SearchText.Whole(c.Slug), More = SearchText.Whole(c.LocationInfo ?? ""), At = c.CreatedAt });
    }

    public string Address(FoundRow row) => "/ogloszenia/" + ClassifiedQueries.Address(row.Id, row.Slug);

    public string? Hint(FoundRow row) => row.More.Length > 0 ? row.More : null;
}
