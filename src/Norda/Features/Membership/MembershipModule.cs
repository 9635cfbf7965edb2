namespace Norda.Features.Membership;

public static class MembershipModule
{
    public static void AddMembership(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<NameResolution>();
        builder.Services.AddScoped<SaveBand>();
    }
}
