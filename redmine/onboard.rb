# frozen_string_literal: true

# Opens Redmine's REST API to Onboard with the key REDMINE_API_KEY, which becomes the one of the first administrator,
# and gives a new Redmine its default roles, trackers and statuses. A repeat changes nothing.
Rails.application.config.after_initialize do
  # Rails also starts to create the tables, and then there is nothing to set yet.
  next if ActiveRecord::Base.connection_pool.migration_context.needs_migration?

  key = ENV.fetch('REDMINE_API_KEY')
  # Redmine finds no others.
  raise 'REDMINE_API_KEY must be 1 to 40 letters and digits' unless key.match?(/\A[A-Za-z0-9]{1,40}\z/)

  Redmine::DefaultData::Loader.load(ENV.fetch('REDMINE_LANG', 'en')) if Redmine::DefaultData::Loader.no_data?
  Setting.rest_api_enabled = '1'
  administrator = User.active.where(admin: true).order(:id).first || raise('Redmine has no active administrator')
  # Makes the token where there is none. A new one gets a value of its own, whatever it is given.
  administrator.api_key
  Token.where(user_id: administrator.id, action: 'api').update_all(value: key)
end
