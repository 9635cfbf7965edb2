using Norda.Data;
using Norda.Features.Membership.Demo;

namespace Norda.Features.Membership;

public static class MembershipModule
{
    public static void AddMembership(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<NameResolution>();
        builder.Services.AddScoped<SaveBand>();
        builder.Services.AddScoped<IFreshDatabase, DemoMembers>();
    }
}
