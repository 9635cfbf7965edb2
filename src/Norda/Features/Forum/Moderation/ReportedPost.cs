using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum.Moderation;

/// <summary>A topic that somebody reported. Only those who may read the forum see what is in it.</summary>
public sealed class ReportedTopic(AppDb db, Me me, HidePost hide) : IReportable
{
    private const string Path = "/forum/temat/";

    public string Kind => "forum_topic";

    public async Task<Reportable?> Find(int id, CancellationToken cancel)
    {
        if (!me.IsSystem && !AccessTable.Allows(me, Resource.Forum, Act.Read))
            return null;
        var topic = await db.Set<ForumTopic>().Where(t => t.Id == id && t.HiddenAt == null).Select(t => new { t.Slug, t.Title, t.Content, t.AuthorId, t.Author.Email, t.Author.Name }).SingleOrDefaultAsync(cancel);
        return topic is null ? null : new Reportable(topic.Title, topic.Content, ForumQueries.Address(id, topic.Slug), null, [new AuthorToTell(topic.AuthorId, topic.Email!, topic.Name)]);
    }

    public async Task<int?> Locate(string path, CancellationToken cancel) =>
        path.StartsWith(Path, StringComparison.Ordinal) && int.TryParse(path[Path.Length..].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await db.Set<ForumTopic>().AnyAsync(t => t.Id == id && t.HiddenAt == null, cancel) ? id : null;

    public async Task<bool> TakeDown(int id, string statement, CancellationToken cancel) => !(await hide.WithoutNotice(PostKind.Topic, id, statement, cancel)).Refused;
}

/// <summary>A reply that somebody reported.</summary>
public sealed class ReportedReply(AppDb db, Me me, HidePost hide) : IReportable
{
    public string Kind => "forum_reply";

    public async Task<Reportable?> Find(int id, CancellationToken cancel)
    {
        if (!me.IsSystem && !AccessTable.Allows(me, Resource.Forum, Act.Read))
            return null;
        var reply = await db.Set<ForumReply>().Where(r => r.Id == id && r.HiddenAt == null && r.Topic.HiddenAt == null)
            .Select(r => new { r.TopicId, r.Topic.Slug, r.Topic.Title, r.Content, r.AuthorId, r.Author.Email, r.Author.Name }).SingleOrDefaultAsync(cancel);
        return reply is null ? null : new Reportable(reply.Title, reply.Content, ForumQueries.Address(reply.TopicId, reply.Slug, id), null, [new AuthorToTell(reply.AuthorId, reply.Email!, reply.Name)]);
    }

    /// <summary>A reply shares the address of its topic: the link beside it names its number.</summary>
    public Task<int?> Locate(string path, CancellationToken cancel) => Task.FromResult<int?>(null);

    public async Task<bool> TakeDown(int id, string statement, CancellationToken cancel) => !(await hide.WithoutNotice(PostKind.Reply, id, statement, cancel)).Refused;
}
