using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum;

/// <summary>What a person wrote stays without a name, or goes with them, as they chose; what others answered stays in any case.</summary>
public class ForgetPosts(AppDb db, Stemmer stemmer) : IForgetPerson
{
    private const string Gone = "[usunięto]";

    public async Task Forget(ForgottenPerson person, CancellationToken cancel)
    {
        if (!person.KeepsTexts)
            await Empty(person.Id, cancel);
        // The index of the search is not searched for names: it is made anew where one stood.
        foreach (var topic in await db.Set<ForumTopic>().AsNoTracking().Where(t => t.Title.Contains(person.Name) || t.Content.Contains(person.Name)).Select(t => new { t.Id, t.Title, t.Content }).ToListAsync(cancel))
        {
            var terms = stemmer.TermsOf(Without(topic.Title), Without(topic.Content));
            await db.Set<ForumTopic>().Where(t => t.Id == topic.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Terms, terms), cancel);
        }

        foreach (var reply in await db.Set<ForumReply>().AsNoTracking().Where(r => r.Content.Contains(person.Name)).Select(r => new { r.Id, r.Content }).ToListAsync(cancel))
        {
            var terms = stemmer.TermsOf(Without(reply.Content));
            await db.Set<ForumReply>().Where(r => r.Id == reply.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Terms, terms), cancel);
        }

        string Without(string text) => text.Replace(person.Name, "", StringComparison.Ordinal);
    }

    private async Task Empty(int person, CancellationToken cancel)
    {
        await db.Set<ForumTopic>().Where(t => t.AuthorId == person && !t.Replies.Any(r => r.AuthorId != person)).ExecuteDeleteAsync(cancel);
        await db.Set<ForumTopic>().Where(t => t.AuthorId == person).ExecuteUpdateAsync(t => t.SetProperty(x => x.Content, Gone).SetProperty(x => x.Terms, ""), cancel);
        await db.Set<ForumReply>().Where(r => r.AuthorId == person).ExecuteUpdateAsync(r => r.SetProperty(x => x.Content, Gone).SetProperty(x => x.Terms, ""), cancel);
    }
}
