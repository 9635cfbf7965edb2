using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;

namespace Norda.Features.Forum;

public class ForumMap : IEntityTypeConfiguration<ForumTopic>, IEntityTypeConfiguration<ForumReply>, IEntityTypeConfiguration<ForumCategory>, IEntityTypeConfiguration<ForumEdit>,
    IEntityTypeConfiguration<ForumVisit>, IEntityTypeConfiguration<ForumFollow>, IEntityTypeConfiguration<ForumDraft>, IEntityTypeConfiguration<ForumFeed>
{
    public const int LongestTitle = 200;
    public const int LongestContent = 10_000;
    public const int LongestName = 80;
    public const int LongestDescription = 200;
    public const int LongestReason = 1000;

    public void Configure(EntityTypeBuilder<ForumTopic> topics)
    {
        topics.ToTable("forum_topics");
        topics.IsPersonal("Tematy na forum", t => t.AuthorId, WhenErased.Keep).Quotes(t => new { t.Title, t.Content, t.HiddenReason }).Keeps(t => new { t.Slug, t.Terms }).Names(t => t.HiddenBy);
        ConfigurePost(topics);
        topics.Property(t => t.Title).HasMaxLength(LongestTitle);
        topics.Property(t => t.Slug).HasMaxLength(100);
        topics.HasIndex(t => new { t.CategoryId, t.LastReplyAt });
        topics.HasIndex(t => new { t.IsPinned, t.LastReplyAt });
        topics.HasOne(t => t.Category).WithMany().HasForeignKey(t => t.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ForumReply> replies)
    {
        replies.ToTable("forum_replies");
        replies.IsPersonal("Odpowiedzi na forum", r => r.AuthorId, WhenErased.Keep).Quotes(r => new { r.Content, r.HiddenReason }).Keeps(r => r.Terms).Names(r => r.HiddenBy);
        ConfigurePost(replies);
        replies.HasIndex(r => new { r.TopicId, r.Id });
        replies.HasOne(r => r.Topic).WithMany(t => t.Replies).HasForeignKey(r => r.TopicId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void ConfigurePost<T>(EntityTypeBuilder<T> posts) where T : ForumPost
    {
        posts.Property(p => p.HiddenReason).HasMaxLength(LongestReason);
        posts.Property(p => p.Version).IsConcurrencyToken();
        posts.HasIndex(p => p.AuthorId);
        // A person is never deleted, only forgotten: what others answered stays where it was.
        posts.HasOne(p => p.Author).WithMany().HasForeignKey(p => p.AuthorId).OnDelete(DeleteBehavior.Restrict);
        posts.HasOne<User>().WithMany().HasForeignKey(p => p.HiddenBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ForumCategory> categories)
    {
        categories.ToTable("forum_categories");
        categories.IsNotPersonal(c => new { c.Name, c.Slug, c.Description });
        categories.Property(c => c.Name).HasMaxLength(LongestName);
        categories.Property(c => c.Slug).HasMaxLength(100);
        categories.Property(c => c.Description).HasMaxLength(LongestDescription);
        categories.HasIndex(c => c.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ForumEdit> edits)
    {
        edits.ToTable("forum_edits");
        edits.IsPersonal("Poprzednie wersje wpisów na forum", e => e.UserId, WhenErased.Delete);
        edits.IsNotAudited();
        edits.Property(e => e.Title).HasMaxLength(LongestTitle);
        edits.HasIndex(e => e.TopicId);
        edits.HasIndex(e => e.ReplyId);
        edits.HasOne<ForumTopic>().WithMany().HasForeignKey(e => e.TopicId).OnDelete(DeleteBehavior.Cascade);
        edits.HasOne<ForumReply>().WithMany().HasForeignKey(e => e.ReplyId).OnDelete(DeleteBehavior.Cascade);
        edits.HasOne<User>().WithMany().HasForeignKey(e => e.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ForumVisit> visits)
    {
        visits.ToTable("forum_visits");
        visits.IsPersonal("Przeczytane tematy na forum", v => v.UserId, WhenErased.Delete);
        visits.IsNotAudited();
        visits.HasKey(v => new { v.UserId, v.TopicId });
        visits.HasOne<ForumTopic>().WithMany().HasForeignKey(v => v.TopicId).OnDelete(DeleteBehavior.Cascade);
        visits.HasOne<User>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ForumFollow> follows)
    {
        follows.ToTable("forum_follows");
        follows.IsPersonal("Obserwowane i wyciszone tematy", f => f.UserId, WhenErased.Delete);
        follows.IsNotAudited();
        follows.HasKey(f => new { f.UserId, f.TopicId });
        follows.HasOne<ForumTopic>().WithMany().HasForeignKey(f => f.TopicId).OnDelete(DeleteBehavior.Cascade);
        follows.HasOne<User>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ForumDraft> drafts)
    {
        drafts.ToTable("forum_drafts");
        drafts.IsPersonal("Szkice wpisów na forum", d => d.UserId, WhenErased.Delete);
        drafts.IsNotAudited();
        drafts.HasKey(d => new { d.UserId, d.TopicId });
        drafts.Property(d => d.TopicId).ValueGeneratedNever();
        drafts.Property(d => d.Title).HasMaxLength(LongestTitle);
        drafts.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ForumFeed> feeds)
    {
        feeds.ToTable("forum_feeds");
        feeds.IsPersonal("Kanały RSS forum", f => f.UserId, WhenErased.Delete).Hides(f => f.TokenHash);
        feeds.IsNotAudited();
        feeds.HasKey(f => f.UserId);
        feeds.Property(f => f.UserId).ValueGeneratedNever();
        feeds.Property(f => f.TokenHash).HasMaxLength(64);
        feeds.HasIndex(f => f.TokenHash).IsUnique();
        feeds.HasOne<User>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
