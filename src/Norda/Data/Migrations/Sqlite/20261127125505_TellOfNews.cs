using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TellOfNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand, so that it stays within the transaction: a rebuild by EF Core turns foreign keys off and cannot. Nothing refers to this table.
            migrationBuilder.Sql("""
                CREATE TABLE "rebuilt_user_notifications" (
                    "id" INTEGER NOT NULL CONSTRAINT "pk_user_notifications" PRIMARY KEY AUTOINCREMENT,
                    "action_url" TEXT NULL, "created_at" TEXT NOT NULL, "is_push_due" INTEGER NOT NULL, "is_read" INTEGER NOT NULL, "kind" TEXT NOT NULL,
                    "mail_channel" TEXT NULL, "mailed_at" TEXT NULL, "message" TEXT NULL, "notification_type" TEXT NOT NULL, "read_at" TEXT NULL,
                    "related_id" INTEGER NULL, "related_type" TEXT NULL, "title" TEXT NOT NULL, "unique_key" TEXT NOT NULL, "user_id" INTEGER NOT NULL);
                INSERT INTO "rebuilt_user_notifications" ("id", "action_url", "created_at", "is_push_due", "is_read", "kind", "mail_channel", "mailed_at", "message", "notification_type", "read_at", "related_id", "related_type", "title", "unique_key", "user_id") SELECT "id", "action_url", "created_at", "is_push_due", "is_read", "kind", "mail_channel", "mailed_at", "message", "notification_type", "read_at", "related_id", "related_type", "title", "unique_key", "user_id" FROM "user_notifications";
                DROP TABLE "user_notifications";
                ALTER TABLE "rebuilt_user_notifications" RENAME TO "user_notifications";
                CREATE INDEX "ix_user_notifications_is_push_due" ON "user_notifications" ("is_push_due") WHERE is_push_due;
                CREATE INDEX "ix_user_notifications_user_id_is_read_created_at" ON "user_notifications" ("user_id", "is_read", "created_at");
                CREATE UNIQUE INDEX "ix_user_notifications_user_id_unique_key" ON "user_notifications" ("user_id", "unique_key");
                """);

            migrationBuilder.AddColumn<bool>(
                name: "tells_members",
                table: "news_posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "told_at",
                table: "news_posts",
                type: "TEXT",
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
            // By hand, so that it stays within the transaction: a rebuild by EF Core turns foreign keys off and cannot. Nothing refers to this table.
            migrationBuilder.Sql("""
                CREATE TABLE "rebuilt_user_notifications" (
                    "id" INTEGER NOT NULL CONSTRAINT "pk_user_notifications" PRIMARY KEY AUTOINCREMENT,
                    "action_url" TEXT NULL, "created_at" TEXT NOT NULL, "is_push_due" INTEGER NOT NULL, "is_read" INTEGER NOT NULL, "kind" TEXT NOT NULL,
                    "mail_channel" TEXT NULL, "mailed_at" TEXT NULL, "message" TEXT NULL, "notification_type" TEXT NOT NULL, "read_at" TEXT NULL,
                    "related_id" INTEGER NULL, "related_type" TEXT NULL, "title" TEXT NOT NULL, "unique_key" TEXT NOT NULL, "user_id" INTEGER NOT NULL,
                    CONSTRAINT "fk_user_notifications_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE);
                INSERT INTO "rebuilt_user_notifications" ("id", "action_url", "created_at", "is_push_due", "is_read", "kind", "mail_channel", "mailed_at", "message", "notification_type", "read_at", "related_id", "related_type", "title", "unique_key", "user_id") SELECT "id", "action_url", "created_at", "is_push_due", "is_read", "kind", "mail_channel", "mailed_at", "message", "notification_type", "read_at", "related_id", "related_type", "title", "unique_key", "user_id" FROM "user_notifications";
                DROP TABLE "user_notifications";
                ALTER TABLE "rebuilt_user_notifications" RENAME TO "user_notifications";
                CREATE INDEX "ix_user_notifications_is_push_due" ON "user_notifications" ("is_push_due") WHERE is_push_due;
                CREATE INDEX "ix_user_notifications_user_id_is_read_created_at" ON "user_notifications" ("user_id", "is_read", "created_at");
                CREATE UNIQUE INDEX "ix_user_notifications_user_id_unique_key" ON "user_notifications" ("user_id", "unique_key");
                """);

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
        }
    }
}
