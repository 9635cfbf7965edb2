using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum;

/// <summary>Topics by the beginnings of the title's words, and by whole words, in any form, of what was said in them.</summary>
public sealed class FindTopics(AppDb db, Stemmer stemmer) : ISearchSource
{
    public int Order => 40;
    public string Group => "Forum";
    public string Icon => "messages";
    public (Resource Resource, Act Act) Requires => (Resource.Forum, Act.Read);

    public IQueryable<FoundRow> Find(SearchWords words, int most)
    {
        var seen = db.Set<ForumTopic>().Where(t => t.HiddenAt == null);
        var (named, said) = (seen, seen.Saying(words.Typed, stemmer).Select(t => t.Id));
        foreach (var word in words.Inside)
            named = named.Where(t => SearchText.Folded(" " + t.Title).Contains(word));
        var ids = named.Select(t => t.Id);
        var first = seen.Where(t => ids.Contains(t.Id) || said.Contains(t.Id)).OrderByDescending(t => ids.Contains(t.Id)).ThenByDescending(t => t.LastReplyAt).ThenByDescending(t => t.Id).Take(most).Select(t => t.Id);
        return db.Set<ForumTopic>().Where(t => first.Contains(t.Id)).Select(t => new FoundRow { Source = Order, Id = t.Id, Title = SearchText.Whole(t.Title), Slug = SearchText.Whole(t.Slug), More = SearchText.Whole(t.Category.Name), At = t.LastReplyAt });
    }

    public string Address(FoundRow row) => ForumQueries.Address(row.Id, row.Slug);

    public string? Hint(FoundRow row) => row.More;
}
