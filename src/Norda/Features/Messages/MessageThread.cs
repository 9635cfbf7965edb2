using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;

namespace Norda.Features.Messages;

/// <summary>A conversation of two people, or of a person with a firm that any of its managers answers for.</summary>
public class MessageThread
{
    public int Id { get; private set; }

    /// <summary>Null between two people.</summary>
    public int? CompanyId { get; init; }

    public Company? Company { get; init; }
    public required string Subject { get; init; }
    public int StartedBy { get; init; }
    public User Starter { get; init; } = null!;
    public DateTime CreatedAt { get; init; }
    public int LastMessageId { get; set; }
    public DateTime LastMessageAt { get; set; }
    public List<PrivateMessage> Messages { get; } = [];
    public List<ThreadPerson> People { get; } = [];
}

/// <summary>One person's place in a thread: what they have read, put away or deleted for themselves.</summary>
public class ThreadPerson
{
    public int ThreadId { get; init; }
    public MessageThread Thread { get; init; } = null!;
    public int UserId { get; init; }
    public User User { get; init; } = null!;

    /// <summary>Answers for the firm, as long as the person keeps its profile.</summary>
    public bool IsFirm { get; init; }

    public int LastReadId { get; set; }
    public bool IsArchived { get; set; }

    /// <summary>Up to this message the person does not see the thread any more; the other side does.</summary>
    public int DeletedUpTo { get; set; }
}

/// <summary>Somebody does not want to be written to by somebody.</summary>
public class MessageBlock
{
    public int UserId { get; init; }
    public int BlockedId { get; init; }
    public User Blocked { get; init; } = null!;
    public DateTime CreatedAt { get; init; }
}

public class MessageThreadMap : IEntityTypeConfiguration<MessageThread>, IEntityTypeConfiguration<ThreadPerson>, IEntityTypeConfiguration<MessageBlock>
{
    public void Configure(EntityTypeBuilder<MessageThread> threads)
    {
        threads.ToTable("message_threads");
        threads.IsPersonal("Rozmowy, które zaczęła ta osoba", t => t.StartedBy, WhenErased.Keep).Keeps(t => t.Subject);
        threads.IsNotAudited();
        threads.Property(t => t.Subject).HasMaxLength(PrivateMessageMap.LongestSubject);
        threads.HasIndex(t => new { t.CompanyId, t.LastMessageAt });
        threads.HasIndex(t => new { t.StartedBy, t.CreatedAt });
        threads.HasOne(t => t.Company).WithMany().HasForeignKey(t => t.CompanyId).OnDelete(DeleteBehavior.Cascade);
        threads.HasOne(t => t.Starter).WithMany().HasForeignKey(t => t.StartedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ThreadPerson> people)
    {
        people.ToTable("message_participants");
        // The row of a person who is erased stays: the other side's thread needs somebody at its other end.
        people.IsPersonal("Udział w rozmowach", p => p.UserId, WhenErased.Keep);
        people.IsNotAudited();
        people.HasKey(p => new { p.ThreadId, p.UserId });
        people.HasIndex(p => p.UserId);
        people.HasOne(p => p.Thread).WithMany(t => t.People).HasForeignKey(p => p.ThreadId).OnDelete(DeleteBehavior.Cascade);
        people.HasOne(p => p.User).WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MessageBlock> blocks)
    {
        blocks.ToTable("message_blocks");
        blocks.IsPersonal("Zablokowane osoby", b => b.UserId, WhenErased.Delete).Names(b => b.BlockedId);
        blocks.IsNotAudited();
        blocks.HasKey(b => new { b.UserId, b.BlockedId });
        blocks.HasOne<User>().WithMany().HasForeignKey(b => b.UserId).OnDelete(DeleteBehavior.Cascade);
        blocks.HasOne(b => b.Blocked).WithMany().HasForeignKey(b => b.BlockedId).OnDelete(DeleteBehavior.Cascade);
    }
}
