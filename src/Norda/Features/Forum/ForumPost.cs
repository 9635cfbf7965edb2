using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Forum;

/// <summary>What a topic and a reply have in common: somebody's words, and what became of them.</summary>
public abstract class ForumPost
{
    /// <summary>How long authors may change what they wrote: a slip is mended, an answer is not pulled away from under the replies.</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(60);

    public int Id { get; private set; }
    public int AuthorId { get; init; }
    public User Author { get; init; } = null!;

    /// <summary>Markdown.</summary>
    public required string Content { get; set; }

    public DateTime CreatedAt { get; init; }
    public DateTime? UpdatedAt { get; set; }

    /// <summary>A moderator took it out of sight, and told the author why.</summary>
    public DateTime? HiddenAt { get; set; }

    public int? HiddenBy { get; set; }
    public string? HiddenReason { get; set; }

    /// <summary>Roots of the words between spaces, for the search.</summary>
    public string Terms { get; set; } = "";

    /// <summary>Two windows of the author, or a moderator meanwhile, are told by it.</summary>
    public int Version { get; set; }

    public bool MayEdit(Me me, DateTime now) => AuthorId == me.Id && HiddenAt is null && now - CreatedAt <= EditWindow;
}

/// <summary>A question or news that opens a conversation.</summary>
public class ForumTopic : ForumPost
{
    public required string Title { get; set; }
    public required string Slug { get; set; }
    public int CategoryId { get; set; }
    public ForumCategory Category { get; init; } = null!;
    public bool IsPinned { get; set; }
    public bool IsLocked { get; set; }

    /// <summary>People and days: one person counts once a day.</summary>
    public int ViewsCount { get; set; }

    /// <summary>Of the newest visible reply, or of the topic itself: topics stand in this order.</summary>
    public DateTime LastReplyAt { get; set; }

    /// <summary>Visible ones.</summary>
    public int RepliesCount { get; set; }

    /// <summary>The reply that solved it, as the author or a moderator says.</summary>
    public int? SolvedReplyId { get; set; }

    public List<ForumReply> Replies { get; } = [];
    public List<ForumAttachment> Attachments { get; } = [];
}

public class ForumReply : ForumPost
{
    public int TopicId { get; init; }
    public ForumTopic Topic { get; init; } = null!;
    public List<ForumAttachment> Attachments { get; } = [];
}

/// <summary>A shelf of the forum; the office keeps them.</summary>
public class ForumCategory
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public required string Slug { get; init; }
    public string? Description { get; set; }
    public int SortOrder { get; set; }
}

/// <summary>A post as it was before its author changed it.</summary>
public class ForumEdit
{
    public int Id { get; private set; }
    public int? TopicId { get; init; }
    public int? ReplyId { get; init; }
    public int UserId { get; init; }
    public string? Title { get; init; }
    public required string Content { get; init; }
    public DateTime ReplacedAt { get; init; }
}

/// <summary>How far a person has read a topic, and when they last saw it.</summary>
public class ForumVisit
{
    public int UserId { get; init; }
    public int TopicId { get; init; }

    /// <summary>Number of the newest reply that was shown; 0 before the first.</summary>
    public int ReadUpTo { get; set; }

    /// <summary>By the clock of Warsaw.</summary>
    public DateOnly SeenOn { get; set; }
}

/// <summary>What a person chose for a topic. Who wrote in it follows it without a row.</summary>
public class ForumFollow
{
    public int UserId { get; init; }
    public int TopicId { get; init; }
    public bool IsMuted { get; set; }
}

/// <summary>What a person typed and has not sent, found again on any device.</summary>
public class ForumDraft
{
    public int UserId { get; init; }

    /// <summary>The topic that it answers; 0 for a new topic.</summary>
    public int TopicId { get; init; }

    public string? Title { get; set; }
    public required string Content { get; set; }
    public DateTime SavedAt { get; set; }
}

/// <summary>The secret address at which a person's reader finds what is new.</summary>
public class ForumFeed
{
    public int UserId { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required string TokenHash { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>As addresses say it: temat, odpowiedz.</summary>
public enum PostKind { Topic, Reply }
