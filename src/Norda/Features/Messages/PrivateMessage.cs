using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;

namespace Norda.Features.Messages;

/// <summary>What one person wrote to another, or to a firm, or for a firm. Read by the people of its thread alone.</summary>
public class PrivateMessage
{
    public int Id { get; private set; }
    public int SenderId { get; init; }
    public User Sender { get; init; } = null!;

    /// <summary>Null where it goes to a firm: whichever of its managers answers.</summary>
    public int? RecipientId { get; init; }

    public string? Subject { get; init; }

    /// <summary>Empty once a moderator took it down.</summary>
    public required string Content { get; set; }

    /// <summary>Somebody of the other side opened it.</summary>
    public bool IsRead { get; set; }

    public DateTime? ReadAt { get; set; }

    /// <summary>The message before it in the thread; null for the first one.</summary>
    public int? ParentId { get; init; }

    public DateTime CreatedAt { get; init; }
    public int ThreadId { get; init; }
    public MessageThread Thread { get; init; } = null!;

    /// <summary>Written for the firm of the thread, by whoever of its managers it was.</summary>
    public bool FromFirm { get; init; }

    /// <summary>When one of the thread asked a moderator to look: until then no moderator sees it.</summary>
    public DateTime? ReportedAt { get; set; }

    public DateTime? RemovedAt { get; set; }

    /// <summary>The same key from the same person is the same message, however often it is sent.</summary>
    public string? ClientKey { get; init; }

    public List<MessageAttachment> Attachments { get; } = [];
}

/// <summary>A picture of our own making or a PDF, in the database with its message and under no public address.</summary>
public class MessageAttachment
{
    public int Id { get; private set; }
    public int MessageId { get; init; }
    public PrivateMessage Message { get; init; } = null!;
    public int UserId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
    public int Size { get; init; }
}

public class PrivateMessageMap : IEntityTypeConfiguration<PrivateMessage>, IEntityTypeConfiguration<MessageAttachment>
{
    public const int LongestSubject = 200;
    public const int LongestContent = 5000;
    public const int LongestKey = 100;

    public void Configure(EntityTypeBuilder<PrivateMessage> messages)
    {
        messages.ToTable("private_messages");
        messages.IsPersonal("Wiadomości", m => m.SenderId, WhenErased.Keep).Keeps(m => new { m.Subject, m.Content, m.ClientKey }).Names(m => m.RecipientId);
        messages.IsNotAudited(); // what people write to each other is in no log
        messages.Property(m => m.Subject).HasMaxLength(LongestSubject);
        messages.Property(m => m.ClientKey).HasMaxLength(LongestKey);
        messages.HasIndex(m => new { m.SenderId, m.ClientKey }).IsUnique();
        messages.HasIndex(m => new { m.ThreadId, m.Id });
        messages.HasOne(m => m.Sender).WithMany().HasForeignKey(m => m.SenderId).OnDelete(DeleteBehavior.Restrict);
        messages.HasOne<User>().WithMany().HasForeignKey(m => m.RecipientId).OnDelete(DeleteBehavior.Restrict);
        messages.HasOne<PrivateMessage>().WithMany().HasForeignKey(m => m.ParentId).OnDelete(DeleteBehavior.Restrict);
        messages.HasOne(m => m.Thread).WithMany(t => t.Messages).HasForeignKey(m => m.ThreadId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MessageAttachment> files)
    {
        files.ToTable("message_attachments");
        files.IsPersonal("Załączniki wiadomości", f => f.UserId, WhenErased.Keep).Keeps(f => new { f.Name, f.ContentType, f.Content });
        files.IsNotAudited();
        files.Property(f => f.Name).HasMaxLength(200);
        files.Property(f => f.ContentType).HasMaxLength(100);
        files.HasOne(f => f.Message).WithMany(m => m.Attachments).HasForeignKey(f => f.MessageId).OnDelete(DeleteBehavior.Cascade);
        files.HasOne<User>().WithMany().HasForeignKey(f => f.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
