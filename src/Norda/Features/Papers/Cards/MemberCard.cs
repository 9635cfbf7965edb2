using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Membership;

namespace Norda.Features.Papers.Cards;

/// <summary>The card of a membership. Its code opens nothing but the page that says whether the membership holds, so it is kept as it is and printed again.</summary>
public class MemberCard
{
    private const int Bytes = 16;

    public int MemberId { get; init; }
    public Member Member { get; init; } = null!;

    /// <summary>128 bits that nobody guesses, so that the register cannot be leafed through.</summary>
    public string Code { get; init; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    public DateTime CreatedAt { get; init; }

    public static string Path(string code) => $"/karta/{code}";
}

public class MemberCardMap : IEntityTypeConfiguration<MemberCard>
{
    public void Configure(EntityTypeBuilder<MemberCard> cards)
    {
        cards.ToTable("member_cards");
        cards.IsNotPersonal().Hides(c => c.Code);
        cards.HasKey(c => c.MemberId);
        cards.Property(c => c.MemberId).ValueGeneratedNever();
        cards.Property(c => c.Code).HasMaxLength(40).IsConcealed();
        cards.HasIndex(c => c.Code).IsUnique();
        cards.HasOne(c => c.Member).WithOne().HasForeignKey<MemberCard>(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
