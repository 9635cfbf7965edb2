using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Forum;

/// <summary>A picture of our own making or a PDF that hangs on a topic or a reply, read by those who read it.</summary>
public class ForumAttachment
{
    public int Id { get; private set; }
    public int? TopicId { get; init; }
    public ForumTopic? Topic { get; init; }
    public int? ReplyId { get; init; }
    public ForumReply? Reply { get; init; }
    public int UserId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
    public int Size { get; init; }
}

public class ForumAttachmentMap : IEntityTypeConfiguration<ForumAttachment>
{
    public void Configure(EntityTypeBuilder<ForumAttachment> files)
    {
        files.ToTable("forum_attachments");
        files.IsPersonal("Załączniki na forum", f => f.UserId, WhenErased.Keep).Keeps(f => new { f.Name, f.ContentType, f.Content });
        files.IsNotAudited();
        files.Property(f => f.Name).HasMaxLength(200);
        files.Property(f => f.ContentType).HasMaxLength(100);
        files.HasOne(f => f.Topic).WithMany(t => t.Attachments).HasForeignKey(f => f.TopicId).OnDelete(DeleteBehavior.Cascade);
        files.HasOne(f => f.Reply).WithMany(r => r.Attachments).HasForeignKey(f => f.ReplyId).OnDelete(DeleteBehavior.Cascade);
        files.HasOne<User>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>As it stands under the words; without a reply it hangs on the topic.</summary>
public sealed record AttachedFile(int Id, int? ReplyId, string Name, bool IsPicture, int Kilobytes);

public static class ForumAttachments
{
    private const int Kilobyte = 1024;

    /// <summary>Of the topic itself, and of the given replies.</summary>
    public static Task<List<AttachedFile>> FilesOf(this AppDb db, int topic, IReadOnlyCollection<int> replies, CancellationToken cancel) => db.Set<ForumAttachment>()
        .Where(f => f.TopicId == topic || f.ReplyId != null && replies.Contains(f.ReplyId.Value)).OrderBy(f => f.Id)
        .Select(f => new AttachedFile(f.Id, f.ReplyId, f.Name, f.ContentType == "image/webp", (f.Size + Kilobyte - 1) / Kilobyte)).ToListAsync(cancel);

    /// <summary>What a moderator hid, only its author and moderators still open. A document is saved, not opened inside the site.</summary>
    internal static async Task<IResult> Show(int id, AppDb db, Me me, HttpResponse response, CancellationToken cancel)
    {
        var (reader, all) = (me.Id, me.Moderates());
        if (await db.Set<ForumAttachment>().Where(f => f.Id == id && (all || f.UserId == reader || (f.Topic == null || f.Topic.HiddenAt == null) && (f.Reply == null || f.Reply.HiddenAt == null && f.Reply.Topic.HiddenAt == null)))
            .Select(f => new { f.Content, f.ContentType, f.Name }).SingleOrDefaultAsync(cancel) is not { } file)
            return Results.NotFound();
        response.Headers.CacheControl = "no-store";
        return file.ContentType == "image/webp" ? Results.Bytes(file.Content, file.ContentType) : Results.Bytes(file.Content, file.ContentType, file.Name);
    }
}
