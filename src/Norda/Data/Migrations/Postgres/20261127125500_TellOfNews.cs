using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TellOfNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_user_notifications_users_user_id",
                table: "user_notifications");

            migrationBuilder.DropIndex(
                name: "ix_user_notifications_created_at",
                table: "user_notifications");

            migrationBuilder.DropIndex(
                name: "ix_user_notifications_mail_channel_user_id",
                table: "user_notifications");

            migrationBuilder.AddColumn<bool>(
                name: "tells_members",
                table: "news_posts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "told_at",
                table: "news_posts",
                type: "timestamp without time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_notifications_mail_channel_created_at",
                table: "user_notifications",
                columns: new[] { "mail_channel", "created_at" },
                filter: "mail_channel IS NOT NULL AND mailed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_user_notifications_mail_channel_created_at",
                table: "user_notifications");

            migrationBuilder.DropColumn(
                name: "tells_members",
                table: "news_posts");

            migrationBuilder.DropColumn(
                name: "told_at",
                table: "news_posts");

            migrationBuilder.CreateIndex(
                name: "ix_user_notifications_created_at",
                table: "user_notifications",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_user_notifications_mail_channel_user_id",
                table: "user_notifications",
                columns: new[] { "mail_channel", "user_id" },
                filter: "mail_channel IS NOT NULL AND mailed_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_user_notifications_users_user_id",
                table: "user_notifications",
                column: "user_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
